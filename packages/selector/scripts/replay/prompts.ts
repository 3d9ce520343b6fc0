/** Kinds of work in the replayed month. */
export type ReplayKind =
  | 'chat'
  | 'factual'
  | 'extraction'
  | 'summarise'
  | 'translate'
  | 'write'
  | 'code'
  | 'agent'
  | 'maths'
  | 'reasoning';

export type ReplayLanguage = 'en' | 'zh-Hant' | 'zh-Hans';

/** What users write, by kind and language, from what sounds easy to what sounds hard; `#` becomes a number. */
export const PROMPTS: Readonly<
  Record<ReplayKind, Readonly<Record<ReplayLanguage, readonly [string, string, string]>>>
> = {
  chat: {
    en: [
      'Hi! How was your day?',
      'I quarrelled with my sister about # euros. What would you say to her?',
      'My team lost its lead and half its budget of # thousand. Talk me through how you would keep people from leaving, and where my plan is naive.',
    ],
    'zh-Hant': [
      '你好，今天過得怎麼樣？',
      '我和室友為了 # 元吵架了，你會怎麼跟他說？',
      '我們團隊少了主管，預算也少了 # 萬。請陪我想想怎麼留住人，並指出我的想法哪裡太天真。',
    ],
    'zh-Hans': [
      '你好，今天过得怎么样？',
      '我和室友为了 # 元吵架了，你会怎么跟他说？',
      '我们团队少了主管，预算也少了 # 万。请陪我想想怎么留住人，并指出我的想法哪里太天真。',
    ],
  },
  factual: {
    en: [
      'What is the capital of Peru?',
      'Who led the expedition that reached the lake in 18#, and in which month?',
      'Which treaty clauses of the 18# congress were never ratified, by whom, and on what stated grounds?',
    ],
    'zh-Hant': [
      '祕魯的首都是哪裡？',
      '18# 年到達那座湖的探險隊由誰帶領，在幾月？',
      '18# 年會議的條約中，哪些條款始終沒有批准？是誰、以什麼理由拒絕的？',
    ],
    'zh-Hans': [
      '秘鲁的首都是哪里？',
      '18# 年到达那座湖的探险队由谁带领，在几月？',
      '18# 年会议的条约中，哪些条款始终没有批准？是谁、以什么理由拒绝的？',
    ],
  },
  extraction: {
    en: [
      'Extract the name and the date from this note about order #.',
      'List every deadline in the minutes below with the person responsible for it.',
      'From the contract below extract all obligations of either party, including those that follow only from definitions in annex #, as one table.',
    ],
    'zh-Hant': [
      '從這張訂單 # 的便條裡取出姓名和日期。',
      '列出以下會議紀錄中的所有期限與負責人。',
      '從以下合約擷取雙方所有義務，包括只能由附件 # 的定義推得的，整理成一張表。',
    ],
    'zh-Hans': [
      '从这张订单 # 的便条里提取姓名和日期。',
      '列出以下会议记录中的所有期限与负责人。',
      '从以下合同提取双方所有义务，包括只能由附件 # 的定义推出的，整理成一张表。',
    ],
  },
  summarise: {
    en: [
      'Summarise this in one sentence.',
      'Summarise the report below in # points for the board.',
      'Summarise the three papers below, say where their findings contradict each other and which of # assumptions explains it.',
    ],
    'zh-Hant': [
      '用一句話總結這段文字。',
      '把以下報告總結成 # 點給董事會。',
      '總結以下三篇論文，說明結論在哪裡互相矛盾，以及 # 個假設中哪一個能解釋。',
    ],
    'zh-Hans': [
      '用一句话总结这段文字。',
      '把以下报告总结成 # 点给董事会。',
      '总结以下三篇论文，说明结论在哪里互相矛盾，以及 # 个假设中哪一个能解释。',
    ],
  },
  translate: {
    en: [
      'Translate to German: the shop opens at #.',
      'Translate the letter below to Japanese, politely, and keep its # numbered points.',
      'Translate the poem below to French, keep metre and the pun in line #, and explain what had to be given up.',
    ],
    'zh-Hant': [
      '翻譯成英文：商店 # 點開門。',
      '把以下信件翻譯成日文，用敬語，保留 # 個編號。',
      '把以下的詩翻譯成法文，保留格律和第 # 行的雙關，並說明捨棄了什麼。',
    ],
    'zh-Hans': [
      '翻译成英文：商店 # 点开门。',
      '把以下信件翻译成日文，用敬语，保留 # 个编号。',
      '把以下的诗翻译成法文，保留格律和第 # 行的双关，并说明舍弃了什么。',
    ],
  },
  write: {
    en: [
      'Write a short birthday note for a colleague who turns #.',
      'Write a product page of # words for a folding bicycle, friendly, without superlatives.',
      'Write a story of # words in which the narrator hides the accident until the last line, and every paragraph holds a clue.',
    ],
    'zh-Hant': [
      '寫一張給 # 歲同事的生日賀卡。',
      '為摺疊腳踏車寫 # 字的產品頁，語氣親切，不用最高級。',
      '寫一篇 # 字的故事，敘述者到最後一行才揭露意外，每一段都要有線索。',
    ],
    'zh-Hans': [
      '写一张给 # 岁同事的生日贺卡。',
      '为折叠自行车写 # 字的产品页，语气亲切，不用最高级。',
      '写一篇 # 字的故事，叙述者到最后一行才揭露意外，每一段都要有线索。',
    ],
  },
  code: {
    en: [
      'Write a function that returns the #th element of a list, or null.',
      'Refactor the module below so that the retry loop gives up after # attempts, and add tests.',
      'Design and implement a lock-free queue for # producers, prove that it is linearizable and handle the ABA problem.',
    ],
    'zh-Hant': [
      '寫一個函式，傳回清單的第 # 個元素，沒有就傳回 null。',
      '重構以下模組，讓重試迴圈在 # 次後放棄，並加上測試。',
      '設計並實作支援 # 個生產者的無鎖佇列，證明它可線性化，並處理 ABA 問題。',
    ],
    'zh-Hans': [
      '写一个函数，返回列表的第 # 个元素，没有就返回 null。',
      '重构以下模块，让重试循环在 # 次后放弃，并加上测试。',
      '设计并实现支持 # 个生产者的无锁队列，证明它可线性化，并处理 ABA 问题。',
    ],
  },
  agent: {
    en: [
      'Look up the weather in Oslo and tell me whether to take a coat.',
      'Search the tickets of customer # and write what is still open.',
      'Find out why build # fails only at night, fix the cause in the repository and make sure that no other job depends on it.',
    ],
    'zh-Hant': [
      '查一下台北的天氣，告訴我要不要帶外套。',
      '搜尋客戶 # 的工單，寫出還沒處理的。',
      '找出建置 # 為什麼只在夜裡失敗，修好原因，並確認沒有其他工作依賴它。',
    ],
    'zh-Hans': [
      '查一下北京的天气，告诉我要不要带外套。',
      '搜索客户 # 的工单，写出还没处理的。',
      '找出构建 # 为什么只在夜里失败，修好原因，并确认没有其他任务依赖它。',
    ],
  },
  maths: {
    en: [
      'What is # times 17?',
      'A shop sells # boxes of 12 pens at 3 euros each and gives a quarter off half of them. How much does it earn?',
      'Prove that for every prime p above # the sum of the squares modulo p is divisible by p.',
    ],
    'zh-Hant': [
      '# 乘以 17 是多少？',
      '商店賣出 # 盒鉛筆，每盒 12 支、每支 3 元，其中一半打七五折，總共收入多少？',
      '證明對每個大於 # 的質數 p，模 p 的平方和都能被 p 整除。',
    ],
    'zh-Hans': [
      '# 乘以 17 是多少？',
      '商店卖出 # 盒铅笔，每盒 12 支、每支 3 元，其中一半打七五折，总共收入多少？',
      '证明对每个大于 # 的质数 p，模 p 的平方和都能被 p 整除。',
    ],
  },
  reasoning: {
    en: [
      'Ann is older than Bo and Bo is older than Cy. Who is oldest?',
      'Five people sit in a row under # rules below. Who may sit in the middle?',
      'Weigh the evidence for and against the # claims below, find the one that the others cannot be true without, and say what would refute it.',
    ],
    'zh-Hant': [
      '安比波大，波比希大，誰最大？',
      '五個人依以下 # 條規則坐成一排，誰可能坐中間？',
      '權衡以下 # 個主張的正反證據，找出其他主張都依賴的那一個，並說明什麼能反駁它。',
    ],
    'zh-Hans': [
      '安比波大，波比希大，谁最大？',
      '五个人按以下 # 条规则坐成一排，谁可能坐中间？',
      '权衡以下 # 个主张的正反证据，找出其他主张都依赖的那一个，并说明什么能反驳它。',
    ],
  },
};

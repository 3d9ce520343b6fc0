/** Frequent characters that differ between the two scripts, pair by pair. */
const SIMPLIFIED_CHARACTERS =
  '处叶乐写爱欢见觉亲飞鱼鸟马云风农师学医药饭饮馆图园厂广场华区县乡岁币价优众传伤体儿关兴养军决准减刘则创别办劳势协单卫历压双变号听响团围圆块坏声备奖妇孙宁宝宽导层岛归录忆态总恶惊惯战' +
  '执扩扫护拥择换据损数断无旧时显术权条极标样树档桥检楼气汇汉测济浅润满灵热状独环现电画盘盖码础确离种积称稳穷竞笔签紧红约级纪纯纸线练组细织终绍经结绝统继续维网罗职联脚脸节获营虑虽补装' +
  '规视览计订认讨训议记讲许论设访证评识诉词译试诗话询该详语误请读课谁调谈谢负财责败货质贵费资赛车转轮软轻载较输边达过运还这进远连迟适选递逻邮释里针钟钱铁银错键长门闭问间闻阅队阳阶际险' +
  '随难静页项顺须预领频题额验们个说会为来对发国应开书让简复杂实构类么几给吗点后两东动务员业产报帮从头脑买卖绿蓝阵机';
const TRADITIONAL_CHARACTERS =
  '處葉樂寫愛歡見覺親飛魚鳥馬雲風農師學醫藥飯飲館圖園廠廣場華區縣鄉歲幣價優眾傳傷體兒關興養軍決準減劉則創別辦勞勢協單衛歷壓雙變號聽響團圍圓塊壞聲備獎婦孫寧寶寬導層島歸錄憶態總惡驚慣戰' +
  '執擴掃護擁擇換據損數斷無舊時顯術權條極標樣樹檔橋檢樓氣匯漢測濟淺潤滿靈熱狀獨環現電畫盤蓋碼礎確離種積稱穩窮競筆簽緊紅約級紀純紙線練組細織終紹經結絕統繼續維網羅職聯腳臉節獲營慮雖補裝' +
  '規視覽計訂認討訓議記講許論設訪證評識訴詞譯試詩話詢該詳語誤請讀課誰調談謝負財責敗貨質貴費資賽車轉輪軟輕載較輸邊達過運還這進遠連遲適選遞邏郵釋裡針鐘錢鐵銀錯鍵長門閉問間聞閱隊陽階際險' +
  '隨難靜頁項順須預領頻題額驗們個說會為來對發國應開書讓簡複雜實構類麼幾給嗎點後兩東動務員業產報幫從頭腦買賣綠藍陣機';

/** Bits of {@link SCRIPTS}. */
export const SIMPLIFIED = 1;
export const TRADITIONAL = 2;

const scripts = new Uint8Array(65_536);
mark(SIMPLIFIED, SIMPLIFIED_CHARACTERS, TRADITIONAL_CHARACTERS);
mark(TRADITIONAL, TRADITIONAL_CHARACTERS, SIMPLIFIED_CHARACTERS);

/** Which script alone has a code unit; 0 for both, or where it is not known. */
export const SCRIPTS: Readonly<Uint8Array> = scripts;

function mark(script: number, characters: string, others: string): void {
  for (const character of characters) {
    if (!others.includes(character)) scripts[character.charCodeAt(0)] = script;
  }
}

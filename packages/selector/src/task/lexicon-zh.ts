import type { Lexicon } from './cue.ts';

/** Chinese cue words in both scripts, separated by spaces; matched anywhere in a run of Han characters. */
export const CHINESE: Lexicon = {
  code: '代码 代碼 程式 程序 函数 函數 重构 重構 调试 調試 除錯 报错 報錯 算法 演算法 编译 編譯 接口 介面 脚本 腳本 正则 正則 数据库 資料庫 单元测试 單元測試',
  constraint: '必须 必須 只能 不能 至少 至多 最多 不得 除非 恰好 不超过 不超過',
  deep: '证明 證明 推导 推導 复杂度 複雜度 并发 並發 並行 分布式 分散式 一致性 死锁 死鎖 不变量 不變量 最优 最優 最佳化 优化 優化 架构 架構 瓶颈 瓶頸 权衡 權衡 严格 嚴格',
  design: '设计 設計 规划 規劃 方案 迁移 遷移 策略 路线图 路線圖',
  extract: '提取 抽取 分类 分類 字段 欄位 列出 记忆 記憶 标注 標註 整理成',
  factual: '是谁 是誰 哪里 哪裡 哪年 哪一年 何时 何時 首都 多高 多少人',
  greeting: '你好 您好 早安 晚安 嗨 谢谢 謝謝 再见 再見 哈囉',
  maths:
    '计算 計算 方程 概率 機率 分数 分數 百分之 质数 質數 余数 餘數 三角形 半径 半徑 速度 积分 積分 导数 導數 平均 总和 總和 多少公里 求解',
  reasoning:
    '为什么 為什麼 分析 比较 比較 推理 解释 解釋 原因 假设 假設 诊断 診斷 评估 評估 逻辑 邏輯',
  'short-answer': '简短 簡短 一句话 一句話 简单回答 簡單回答 一个词 一個詞',
  step: '首先 然后 然後 接着 接著 最后 最後 步骤 步驟 每个 每個 分别 分別',
  summarise: '总结 總結 摘要 概括 要点 重點 归纳 歸納',
  translate: '翻译 翻譯 译成 譯成 翻成',
  write: '写一 寫一 撰写 撰寫 文章 邮件 郵件 改写 改寫 文案 诗 詩 故事 作文 标语 標語',
};

/** Frequent characters that differ between the two scripts, pair by pair. */
const SIMPLIFIED =
  '们这个说时会为来对发现国学过还话问题应该样种经开关书写请让认识简单复杂计算图实际数据结构总结译码类么几给吗谁点后两里东车长门见语气电机动网务员业产报错误帮从头脑钱买卖红绿蓝质证导变阵线号函';
const TRADITIONAL =
  '們這個說時會為來對發現國學過還話問題應該樣種經開關書寫請讓認識簡單複雜計算圖實際數據結構總結譯碼類麼幾給嗎誰點後兩裡東車長門見語氣電機動網務員業產報錯誤幫從頭腦錢買賣紅綠藍質證導變陣線號函';

/** Code units that only the simplified script has. */
export const SIMPLIFIED_ONLY: ReadonlySet<number> = onlyIn(SIMPLIFIED, TRADITIONAL);

/** Code units that only the traditional script has. */
export const TRADITIONAL_ONLY: ReadonlySet<number> = onlyIn(TRADITIONAL, SIMPLIFIED);

function onlyIn(text: string, other: string): ReadonlySet<number> {
  return new Set(
    text
      .split('')
      .filter((character) => !other.includes(character))
      .map((character) => character.charCodeAt(0)),
  );
}

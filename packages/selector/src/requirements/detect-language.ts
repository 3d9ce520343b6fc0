/** The writing of a text as far as choosing needs it. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant' | 'other';

/** Frequent characters that exist in only one of the two scripts. */
const SIMPLIFIED_ONLY = new Set(
  '们这个说时会为来对发现国学过还没话问题应该样种经开关书写请让认识简单复杂计算图实际数据结构总结译码类'.split(
    '',
  ),
);
const TRADITIONAL_ONLY = new Set(
  '們這個說時會為來對發現國學過還沒話問題應該樣種經開關書寫請讓認識簡單複雜計算圖實際數據結構總結譯碼類'.split(
    '',
  ),
);
for (const shared of [...SIMPLIFIED_ONLY].filter((character) => TRADITIONAL_ONLY.has(character))) {
  SIMPLIFIED_ONLY.delete(shared);
  TRADITIONAL_ONLY.delete(shared);
}

const HAN = /\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LATIN = /\p{Script=Latin}/u;

/** The first characters decide; a language does not change in the middle of a long text often enough. */
const LOOKED_AT = 2_000;

/**
 * Tells English, Simplified and Traditional Chinese and everything else apart by their characters. Text in
 * another Latin-script language counts as `en`: the cue lexicons are silent there, which is harmless.
 */
export function detectLanguage(text: string): Language {
  const counts = countScripts(text.slice(0, LOOKED_AT));
  if (counts.other > counts.han && counts.other > counts.latin / 4) return 'other';
  // A Chinese question about English code has more Latin letters than Han characters.
  if (counts.han > 0 && counts.han * 6 >= counts.latin) {
    return counts.traditional > counts.simplified ? 'zh-Hant' : 'zh-Hans';
  }
  return 'en';
}

function countScripts(
  text: string,
): Record<'han' | 'latin' | 'other' | 'simplified' | 'traditional', number> {
  const counts = { han: 0, latin: 0, other: 0, simplified: 0, traditional: 0 };
  for (const character of text) {
    if (HAN.test(character)) {
      counts.han += 1;
      if (SIMPLIFIED_ONLY.has(character)) counts.simplified += 1;
      else if (TRADITIONAL_ONLY.has(character)) counts.traditional += 1;
    } else if (LATIN.test(character)) counts.latin += 1;
    else if (KANA_OR_HANGUL.test(character) || /\p{Letter}/u.test(character)) counts.other += 1;
  }
  return counts;
}

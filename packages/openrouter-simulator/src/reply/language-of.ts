export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

const IDEOGRAPH = /[\u3400-\u9fff]/g;
/** Characters that only one of the two scripts uses, common enough to meet in a sentence. */
const SIMPLIFIED =
  /[这个们说时来对会过为么经现发话还让问题学习东车马鸟鱼书买卖医药国语写读听请谢认识计划长见门间关开电视机脑网络数据库处应该实际进选择种错误]/g;
const TRADITIONAL =
  /[這個們說時來對會過為麼經現發話還讓問題學習東車馬鳥魚書買賣醫藥國語寫讀聽請謝認識計劃長見門間關開電視機腦網絡數據庫處應該實際進選擇種錯誤]/g;
/** A text with this share of ideographs is Chinese, whatever words of another language it quotes. */
const CHINESE_SHARE = 0.15;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** English or one of the two Chinese scripts, by the characters used. */
export function languageOf(text: string): Language {
  if (count(text, IDEOGRAPH) < Math.max(1, text.trim().length * CHINESE_SHARE)) return 'en';
  return count(text, TRADITIONAL) >= count(text, SIMPLIFIED) && count(text, TRADITIONAL) > 0
    ? 'zh-Hant'
    : 'zh-Hans';
}

import { readsAsEnglish } from '../text/reads-as-english.ts';
import type { TextReading } from '../text/text-reading.ts';

/** The language of a text as far as choosing needs it. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant' | 'other';

/** Tells English, Simplified and Traditional Chinese and everything else apart by scripts and function words. */
export function detectLanguage(reading: TextReading): Language {
  const { han, letters, foreign, simplified, traditional } = reading;
  // Japanese mixes kana with Han characters.
  if (foreign > han / 4 && foreign > letters / 4) return 'other';
  // A Chinese question about English code has more Latin letters than Han characters.
  if (han > 0 && han * 6 >= letters) return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  return readsAsEnglish(reading) ? 'en' : 'other';
}

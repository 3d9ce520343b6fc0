import { detectLanguage } from '../requirements/detect-language.ts';
import { readText } from '../text/read-text.ts';
import type { Finding, ReadAnswer } from './finding.ts';

/** Answers shorter than this, and code, have no language. */
const LEAST_CHARACTERS = 60;

/** A question in Chinese that was answered in another language, unless it asked for a translation. */
export function checkLanguage({ question, text, json }: ReadAnswer): Finding | undefined {
  if (json !== null || text.length < LEAST_CHARACTERS || text.includes('```')) return undefined;
  const asked = readText(question);
  const language = detectLanguage(asked);
  if (language !== 'zh-Hans' && language !== 'zh-Hant') return undefined;
  if (/翻译|翻譯|译成|譯成|英文|英语|英語|日文|日语|日語/.test(question)) return undefined;
  const answered = detectLanguage(readText(text.slice(0, 2_000)));
  if (answered === language) return undefined;
  const otherScript = answered === 'zh-Hans' || answered === 'zh-Hant';
  return {
    check: 'language',
    amount: otherScript ? 0.8 : 2.5,
    detail: `asked in ${language}, answered in ${answered}`,
  };
}

import type { Language } from './language-of.ts';

/** Begins every text that the simulator writes for a human reader. */
export const SIMULATED_MARK = '[simulated reply]';

const SENTENCES: Readonly<Record<Language, string>> = {
  en: 'No real model ran.',
  'zh-Hans': '这是模拟回复，没有真正的模型运行。',
  'zh-Hant': '這是模擬回覆，沒有真正的模型執行。',
};

/** The mark with its sentence in the reader's language. */
export function simulatedMark(language: Language): string {
  return `${SIMULATED_MARK} ${SENTENCES[language]}`;
}

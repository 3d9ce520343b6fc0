import { describe, expect, it } from 'vitest';
import { readText } from '../text/read-text.ts';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['How do I sort a list?', 'en'],
    ['请帮我写一段代码', 'zh-Hans'],
    ['請幫我寫一段程式', 'zh-Hant'],
    ['这个 function 为什么返回 undefined？', 'zh-Hans'],
    ['為什麼 useEffect 會執行兩次？', 'zh-Hant'],
    ['これは何ですか', 'other'],
    ['이것은 무엇입니까', 'other'],
    ['Что это такое?', 'other'],
    ['', 'en'],
  ])('takes "%s" for %s', (text, language) => {
    expect(detectLanguage(readText(text))).toBe(language);
  });
});

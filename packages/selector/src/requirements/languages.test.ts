import { describe, expect, it } from 'vitest';
import { describeCall } from './describe-call.ts';

/** Small talk and a demanding question, in our own words, in sixteen languages. */
const PAIRS: readonly (readonly [language: string, easy: string, hard: string])[] = [
  [
    'English',
    'Hello, how are you?',
    'Prove that x^2 + y^2 = z^2 has infinitely many integer solutions, and derive the formula for all 3 numbers.',
  ],
  ['zh-Hant', '你好，最近好嗎？', '證明 x^2 + y^2 = z^2 有無窮多組整數解，並推導 3 個數的公式。'],
  ['zh-Hans', '你好，最近好吗？', '证明 x^2 + y^2 = z^2 有无穷多组整数解，并推导 3 个数的公式。'],
  [
    'Japanese',
    'こんにちは、お元気ですか。',
    'x^2 + y^2 = z^2 が無限に多くの整数解を持つことを証明し、3 つの数の公式を導きなさい。',
  ],
  [
    'Korean',
    '안녕하세요, 잘 지내세요?',
    'x^2 + y^2 = z^2 가 무한히 많은 정수해를 가짐을 증명하고 3 개의 수에 대한 공식을 유도하시오.',
  ],
  [
    'Spanish',
    'Hola, ¿cómo estás?',
    'Demuestra que x^2 + y^2 = z^2 tiene infinitas soluciones enteras y deduce la fórmula de los 3 números.',
  ],
  [
    'French',
    'Bonjour, comment ça va ?',
    'Démontrez que x^2 + y^2 = z^2 a une infinité de solutions entières et déduisez la formule des 3 nombres.',
  ],
  [
    'German',
    'Hallo, wie geht es dir?',
    'Beweise, dass x^2 + y^2 = z^2 unendlich viele ganzzahlige Lösungen hat, und leite die Formel der 3 Zahlen her.',
  ],
  [
    'Portuguese',
    'Olá, tudo bem?',
    'Demonstre que x^2 + y^2 = z^2 tem infinitas soluções inteiras e deduza a fórmula dos 3 números.',
  ],
  [
    'Italian',
    'Ciao, come stai?',
    'Dimostra che x^2 + y^2 = z^2 ha infinite soluzioni intere e ricava la formula dei 3 numeri.',
  ],
  [
    'Russian',
    'Привет, как дела?',
    'Докажите, что x^2 + y^2 = z^2 имеет бесконечно много целых решений, и выведите формулу для 3 чисел.',
  ],
  [
    'Arabic',
    'مرحبا، كيف حالك؟',
    'أثبت أن x^2 + y^2 = z^2 لها عدد لا نهائي من الحلول الصحيحة واستنتج صيغة الأعداد 3.',
  ],
  [
    'Hindi',
    'नमस्ते, आप कैसे हैं?',
    'सिद्ध कीजिए कि x^2 + y^2 = z^2 के अनंत पूर्णांक हल हैं और 3 संख्याओं का सूत्र निकालिए।',
  ],
  [
    'Turkish',
    'Merhaba, nasılsın?',
    'x^2 + y^2 = z^2 denkleminin sonsuz sayıda tam sayı çözümü olduğunu kanıtla ve 3 sayının formülünü çıkar.',
  ],
  [
    'Polish',
    'Cześć, jak się masz?',
    'Udowodnij, że x^2 + y^2 = z^2 ma nieskończenie wiele rozwiązań całkowitych, i wyprowadź wzór na 3 liczby.',
  ],
  [
    'Vietnamese',
    'Xin chào, bạn khỏe không?',
    'Chứng minh rằng x^2 + y^2 = z^2 có vô hạn nghiệm nguyên và suy ra công thức của 3 số.',
  ],
];

function difficultyOf(content: string): number {
  return describeCall({ prompt: [{ role: 'user', content }] }).difficulty;
}

describe('sixteen languages', () => {
  it.each(PAIRS)(
    '%s: small talk is easier than a proof, and neither collapses',
    (_name, easy, hard) => {
      expect(difficultyOf(easy)).toBeLessThan(0.3);
      expect(difficultyOf(hard)).toBeGreaterThan(difficultyOf(easy) + 0.15);
    },
  );

  it('see mathematics by its marks, in whatever language it is written', () => {
    for (const [, , hard] of PAIRS)
      expect(describeCall({ prompt: [{ role: 'user', content: hard }] }).task).toBe('maths');
  });
});

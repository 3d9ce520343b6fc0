/** Whether a question wants a number, in English or Chinese. */
export function asksForNumber(question: string): boolean {
  return /how (?:many|much|long|old|far|tall)|what (?:is|was|percent)|calculate|find|total|多少|几|幾|计算|計算|求/i.test(
    question,
  );
}

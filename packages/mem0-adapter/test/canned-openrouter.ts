import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import type { LanguageModelV3, LanguageModelV4 } from '@ai-sdk/provider';

/** What the wire answers: a response, or nothing for as long as the caller waits. */
export type CannedAnswer = Response | 'hang';

/** The real provider's model, on a wire that answers what the test says. */
export function cannedOpenRouter(answer: () => CannedAnswer): LanguageModelV3 | LanguageModelV4 {
  const openrouter = createOpenRouter({
    apiKey: 'sk-or-test',
    fetch: async (_input, init) => {
      const canned = answer();
      if (canned !== 'hang') return canned;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
  });
  return openrouter('openai/gpt-4.1-nano');
}

/** A chat completion with this content. */
export function completion(content: string | null, finishReason = 'stop'): Response {
  return Response.json({
    id: 'gen-1',
    model: 'openai/gpt-4.1-nano',
    choices: [{ index: 0, finish_reason: finishReason, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10, cost: 0.001 },
  });
}

/** A refusal in OpenRouter's shape. */
export function refusal(status: number): Response {
  return Response.json({ error: { code: status, message: `HTTP ${status}` } }, { status });
}

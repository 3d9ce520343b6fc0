import { generateText } from 'ai';
import { describe, expect, it } from 'vitest';
import { serveSimulator } from './testing/serve-simulator.ts';
import { wrapped } from './testing/wrapped-model.ts';

/** Costs more than the other, but less from its cache than the other asks for a fresh prompt. */
const FIRST = 'openai/gpt-5.4-mini';
const CHEAPER = 'openai/gpt-5-mini';

const CONVERSATION = 'We talked about the offer of the second supplier. '.repeat(1_500);

describe('a session', () => {
  it('stays with the model that holds its prompt in its cache, where a new one takes the cheaper', async () => {
    const model = wrapped(await serveSimulator());
    const answeredBy = async (session: string, allow: string[], turn: string): Promise<string> => {
      const { response } = await generateText({
        model,
        prompt: `${CONVERSATION} ${turn}`,
        providerOptions: { tierwise: { session, allow, dial: 0 } },
      });
      return response.modelId;
    };
    expect(await answeredBy('chat-7', [FIRST], 'What did we say?')).toBe(FIRST);
    expect(await answeredBy('chat-7', [FIRST, CHEAPER], 'And then?')).toBe(FIRST);
    expect(await answeredBy('chat-8', [FIRST, CHEAPER], 'And then?')).toBe(CHEAPER);
  });
});

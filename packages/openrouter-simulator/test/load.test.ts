import { expect, it } from 'vitest';
import { createSimulator } from '../src/index.ts';
import { MODEL } from './provider.ts';

it('carries 1,000 streams at once over loopback without an error', async () => {
  const simulator = createSimulator();
  const server = await simulator.listen();
  const read = async (index: number): Promise<string> => {
    const response = await fetch(`${server.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-test' },
      body: JSON.stringify({
        model: MODEL,
        stream: true,
        messages: [{ role: 'user', content: `no. ${index}` }],
      }),
    });
    return response.text();
  };
  const texts = await Promise.all(Array.from({ length: 1000 }, (_, index) => read(index)));
  await server.close();
  expect(texts.filter((text) => !text.endsWith('data: [DONE]\n\n'))).toEqual([]);
  expect(simulator.requests({ outcome: 'served' })).toHaveLength(1000);
}, 60_000);

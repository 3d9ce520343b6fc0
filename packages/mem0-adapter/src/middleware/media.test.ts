import type { FilePart, ImagePart, TextPart } from 'ai';
import { generateText, streamText } from 'ai';
import { convertArrayToReadableStream, MockLanguageModelV4 } from 'ai/test';
import { expect, test, vi } from 'vitest';
import { answeringModel } from '../../test/mock-models.ts';
import { memoryOf, remembering, stop, streamParts, tom, usage } from '../../test/remembering.ts';

const bytes = 'iVBORw0KGgo'.repeat(200);
const image: FilePart = { type: 'file', data: bytes, mediaType: 'image/png', filename: 'cat.png' };

function content(...parts: readonly (TextPart | ImagePart | FilePart)[]) {
  return [{ role: 'user' as const, content: [...parts] }];
}

test('a picture is kept as a mark beside the words, and that is told', async () => {
  const memory = await memoryOf('I have a cat');
  const search = vi.spyOn(memory, 'search');
  const inner = answeringModel('A cat.');
  const { model, middleware, events } = remembering(inner, { memory });

  await generateText({ model, messages: content({ type: 'text', text: 'What is on it?' }, image) });
  await middleware.flush();

  expect(search.mock.calls[0]?.[0].query).toBe('What is on it?');
  expect((await memory.list({ scope: tom, limit: 9 })).map(({ text }) => text)).toEqual([
    'I have a cat',
    'What is on it?\n[image: cat.png]',
    'A cat.',
  ]);
  expect(events.at(-1)).toEqual({ type: 'media-omitted', kinds: ['image'] });
  // The model itself gets the picture.
  expect(JSON.stringify(inner.doGenerateCalls[0]?.prompt)).toContain(bytes);
});

test('a picture without words is searched for by nothing, and what is said of it is kept', async () => {
  const memory = await memoryOf('cat');
  const search = vi.spyOn(memory, 'search');
  const { model, middleware, events } = remembering(answeringModel('A cat'), { memory });

  await generateText({ model, messages: content(image) });
  // The same mark and the same answer, and another picture.
  await generateText({ model, messages: content({ ...image, data: `${bytes}AAAA` }) });
  await middleware.flush();

  expect(search).not.toHaveBeenCalled();
  expect(await memory.list({ scope: tom, limit: 9 })).toHaveLength(5);
  expect(events.map(({ type }) => type)).toEqual([
    'stored',
    'media-omitted',
    'stored',
    'media-omitted',
  ]);
});

test('a picture that a model draws is a mark, whether it comes as a file or written out, in one piece or many', async () => {
  const file = {
    type: 'file',
    mediaType: 'image/png',
    data: { type: 'data', data: bytes },
  } as const;
  const written = `![cat](data:image/png;base64,${bytes})`;
  const drawing = new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text: 'Here:' }, file, { type: 'text', text: written }],
      finishReason: stop,
      usage,
      warnings: [],
    }),
    doStream: async () => {
      const [start, ...rest] = streamParts('Here: ', written.slice(0, 99), written.slice(99));
      const parts = start === undefined ? [] : [start, file, ...rest];
      return { stream: convertArrayToReadableStream(parts) };
    },
  });
  const memory = await memoryOf();
  const { model, middleware, events } = remembering(drawing, { memory });

  await generateText({ model, prompt: 'Draw a cat' });
  await streamText({ model, prompt: 'Draw a second cat' }).consumeStream();
  await middleware.flush();

  const texts = (await memory.list({ scope: tom, limit: 9 })).map(({ text }) => text);
  expect(texts).toEqual([
    'Draw a cat',
    'Here:\n[image]\n![cat]([image])',
    'Draw a second cat',
    '[image]\nHere: ![cat]([image])',
  ]);
  expect(events.filter(({ type }) => type === 'media-omitted')).toEqual([
    { type: 'media-omitted', kinds: ['image', 'image'] },
    { type: 'media-omitted', kinds: ['image', 'image'] },
  ]);
});

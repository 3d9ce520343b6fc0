import { describe, expect, it } from 'vitest';
import type { CallLike } from '../requirements/call.ts';
import { createClassifier } from './create-classifier.ts';

function ask(content: string): CallLike {
  return { prompt: [{ role: 'user', content }] };
}

const UNDECIDED = ask('Implement a parser for CSV in TypeScript');

describe('a classifier of the user', () => {
  it('decides where the rules are undecided, once for each question', async () => {
    const asked: string[] = [];
    const classifier = createClassifier({
      classify: ({ question, task }) => {
        asked.push(`${task}: ${question}`);
        return { task: 'reasoning', difficulty: 0.9 };
      },
    });
    const expected = { task: 'reasoning', difficulty: 0.9 };
    expect(await classifier(UNDECIDED)).toEqual(expected);
    expect(await classifier(UNDECIDED)).toEqual(expected);
    expect(asked).toEqual(['code: Implement a parser for CSV in TypeScript']);
  });

  it('is not asked where the rules are sure', async () => {
    const classifier = createClassifier({
      classify: () => {
        throw new Error('asked although the rules are sure');
      },
      onFailure: (error) => {
        throw error;
      },
    });
    expect(await classifier(ask('Hi, how are you?'))).toEqual({});
  });

  it('that is late is aborted, and the rules stand in', async () => {
    const failures: unknown[] = [];
    let aborted = false;
    const classifier = createClassifier({
      classify: (_request, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
        }),
      timeoutMs: 40,
      schedule: (callback) => {
        queueMicrotask(callback);
        return () => undefined;
      },
      onFailure: (error) => failures.push(error),
    });
    expect(await classifier(UNDECIDED)).toEqual({});
    expect(aborted).toBe(true);
    expect(String(failures[0])).toContain('did not answer within 40 ms');
  });

  it('that fails or answers nonsense changes nothing, and a failure is not remembered', async () => {
    let calls = 0;
    const classifier = createClassifier({
      classify: () => {
        calls += 1;
        if (calls === 1) throw new Error('down');
        return { difficulty: 7 };
      },
    });
    expect(await classifier(UNDECIDED)).toEqual({});
    expect(await classifier(UNDECIDED)).toEqual({});
    expect(calls).toBe(2);
  });

  it('forgets the longest unused question first', async () => {
    let calls = 0;
    const classifier = createClassifier({
      classify: () => ({ difficulty: (calls += 1) / 10 }),
      cacheSize: 2,
      isWorthAsking: () => true,
    });
    for (const text of ['a', 'b', 'a', 'c', 'a']) await classifier(ask(text));
    expect(calls).toBe(3);
    await classifier(ask('b'));
    expect(calls).toBe(4);
  });
});

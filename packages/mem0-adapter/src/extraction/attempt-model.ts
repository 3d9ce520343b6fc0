import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import type { Attempt } from './attempt.ts';
import { failureOfError } from './failure-of-error.ts';
import type { Answer, ReadAnswer } from './read-answer.ts';
import { withDeadline } from '../call/with-deadline.ts';

export interface AttemptModelOptions {
  readonly model: LanguageModelV4;
  readonly callOptions: LanguageModelV4CallOptions;
  readonly read: ReadAnswer;
  readonly timeoutMs: number;
  readonly abortSignal?: AbortSignal | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface AttemptModelResult {
  readonly attempt: Attempt;
  /** The usable answer, where the attempt served. */
  readonly text?: string;
  /** What is whole in an answer that was cut off. */
  readonly partialText?: string;
  /** Beside the attempt and not in it: it may quote the conversation, and errors hold attempts. */
  readonly providerMetadata?: SharedV4ProviderMetadata;
}

interface Outcome {
  readonly answer: Answer;
  readonly result?: LanguageModelV4GenerateResult;
}

/** Calls one model once. Never rejects: what went wrong is in the attempt. */
export async function attemptModel(options: AttemptModelOptions): Promise<AttemptModelResult> {
  const startedAtMs = options.now();
  const { answer, result } = await call(options);
  const facts = {
    modelId: options.model.modelId,
    provider: options.model.provider,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: options.now() - startedAtMs,
    ...reported(result),
  };
  const metadata = result?.providerMetadata && { providerMetadata: result.providerMetadata };
  if (answer.type === 'usable') {
    return { attempt: { ...facts, outcome: 'served' }, text: answer.text, ...metadata };
  }
  const { failure, partialText } = answer;
  const partial = partialText === undefined ? {} : { partialText };
  return { attempt: { ...facts, outcome: 'failed', failure }, ...partial, ...metadata };
}

async function call(options: AttemptModelOptions): Promise<Outcome> {
  const { model, callOptions, read, timeoutMs, abortSignal: outer } = options;
  try {
    const result = await withDeadline({
      timeoutMs,
      abortSignal: outer,
      run: (abortSignal) => model.doGenerate({ ...callOptions, abortSignal }),
    });
    return { answer: read(result), result };
  } catch (error) {
    const failure = failureOfError({ error, sent: textsSaid(callOptions) });
    return { answer: { type: 'unusable', failure } };
  }
}

/** Without Mem0's system prompt: no secret, and long enough to share words with any error. */
function textsSaid({ prompt }: LanguageModelV4CallOptions): string[] {
  const texts: string[] = [];
  for (const { role, content } of prompt) {
    if (role === 'system') continue;
    for (const part of content) if (part.type === 'text') texts.push(part.text);
  }
  return texts;
}

function reported(result: LanguageModelV4GenerateResult | undefined): Partial<Attempt> {
  if (result === undefined) return {};
  const { modelId: servedModelId, id: generationId } = result.response ?? {};
  return {
    usage: result.usage,
    ...(servedModelId !== undefined && { servedModelId }),
    ...(generationId !== undefined && { generationId }),
  };
}

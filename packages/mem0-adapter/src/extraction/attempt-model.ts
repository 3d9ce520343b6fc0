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
  readonly callOptions: Omit<LanguageModelV4CallOptions, 'maxOutputTokens'>;
  readonly maxOutputTokens: number;
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
  /** Unusable because the limit was too low; more room may help. */
  readonly ranIntoLimit: boolean;
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
    maxOutputTokens: options.maxOutputTokens,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: options.now() - startedAtMs,
    ...reported(result),
  };
  const metadata = result?.providerMetadata && { providerMetadata: result.providerMetadata };
  if (answer.type === 'usable') {
    const attempt: Attempt = { ...facts, outcome: 'served' };
    return { attempt, text: answer.text, ranIntoLimit: false, ...metadata };
  }
  const { failure, partialText } = answer;
  return {
    attempt: { ...facts, outcome: 'failed', failure },
    ranIntoLimit: result?.finishReason.unified === 'length',
    ...(partialText !== undefined && { partialText }),
    ...metadata,
  };
}

async function call(options: AttemptModelOptions): Promise<Outcome> {
  const { model, callOptions, maxOutputTokens, read, timeoutMs, abortSignal: outer } = options;
  try {
    const result = await withDeadline({
      timeoutMs,
      abortSignal: outer,
      run: (abortSignal) => model.doGenerate({ ...callOptions, maxOutputTokens, abortSignal }),
    });
    return { answer: read(result), result };
  } catch (error) {
    const failure = failureOfError({ error, sent: textsSaid(callOptions) });
    return { answer: { type: 'unusable', failure } };
  }
}

/** Without Mem0's system prompt: no secret, and long enough to share words with any error. */
function textsSaid({ prompt }: Pick<LanguageModelV4CallOptions, 'prompt'>): string[] {
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

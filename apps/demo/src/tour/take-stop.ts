import { isStepCount, type LanguageModel, Output, streamText } from 'ai';
import { type TierwiseMetadata, tierwiseMetadata } from 'tierwise';
import { messagesOf, type Stop } from './stop.ts';

/** What a stop of the tour came to. */
export interface Visit {
  readonly stop: Stop;
  readonly text: string;
  /** One per step: a tool loop makes several calls. */
  readonly steps: readonly TierwiseMetadata[];
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface TakeStopOptions {
  readonly model: LanguageModel;
  readonly stop: Stop;
  readonly abortSignal: AbortSignal;
}

/** Makes one streamed call and gathers what Tierwise tells about each of its steps. */
export async function takeStop({ model, stop, abortSignal }: TakeStopOptions): Promise<Visit> {
  const result = streamText({
    model,
    messages: messagesOf(stop),
    abortSignal,
    stopWhen: isStepCount(4),
    providerOptions: { tierwise: { ...stop.options } },
    ...(stop.system === undefined ? {} : { instructions: stop.system }),
    ...(stop.tools === undefined ? {} : { tools: stop.tools }),
    ...(stop.schema === undefined ? {} : { output: Output.object({ schema: stop.schema }) }),
    // A failure is thrown by the awaited results below; without this the SDK prints it as well.
    onError: () => undefined,
  });
  const [text, steps, usage] = await Promise.all([result.text, result.steps, result.usage]);
  if (stop.schema !== undefined) stop.schema.parse(JSON.parse(text));
  return {
    stop,
    text,
    steps: steps.flatMap(({ providerMetadata }) => tierwiseMetadata(providerMetadata) ?? []),
    inputTokens: usage.inputTokens ?? 0,
    outputTokens: usage.outputTokens ?? 0,
  };
}

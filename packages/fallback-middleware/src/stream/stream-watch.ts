import type {
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolCall,
} from '@ai-sdk/provider';
import type { Failure } from '../failure/failure.ts';
import type { Answer } from '../judge/answer.ts';
import { judgeArguments } from '../judge/judge-arguments.ts';
import { judgeEmptiness } from '../judge/judge-emptiness.ts';
import { judgeFinish } from '../judge/judge-finish.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';

/** The part that ends a stream. */
export type FinishPart = Extract<LanguageModelV4StreamPart, { type: 'finish' }>;
type BlockEnd = 'text-end' | 'reasoning-end' | 'tool-input-end';

/** Follows one attempt's parts: what is open, which tool calls wait for proof, what the finish is worth. */
export class StreamWatch {
  readonly toolCalls: LanguageModelV4ToolCall[] = [];
  readonly #record: AttemptRecord;
  readonly #params: LanguageModelV4CallOptions;
  readonly #provider: string;
  readonly #open = new Map<string, BlockEnd>();
  readonly #toolInputs = new Map<string, string>();
  #hasContent = false;
  #text = '';
  #collecting = true;
  #onlyText = true;

  constructor(record: AttemptRecord, params: LanguageModelV4CallOptions, provider: string) {
    this.#record = record;
    this.#params = params;
    this.#provider = provider;
  }

  /** Takes note of a part. Returns false for a tool call of ours, which must be held until the finish. */
  observe(part: LanguageModelV4StreamPart): boolean {
    switch (part.type) {
      case 'text-delta':
        if (!this.#hasContent) this.#hasContent = part.delta.trim().length > 0;
        if (this.#collecting) this.#text += part.delta;
        return true;
      case 'text-start':
        this.#open.set(part.id, 'text-end');
        return true;
      case 'reasoning-start':
        this.#open.set(part.id, 'reasoning-end');
        return true;
      case 'tool-input-start':
        this.#open.set(part.id, 'tool-input-end');
        this.#toolInputs.set(part.id, '');
        this.#onlyText = false;
        return true;
      case 'tool-input-delta':
        this.#toolInputs.set(part.id, (this.#toolInputs.get(part.id) ?? '') + part.delta);
        return true;
      case 'text-end':
      case 'reasoning-end':
      case 'tool-input-end':
        this.#open.delete(part.id);
        return true;
      case 'response-metadata':
        if (part.modelId !== undefined) this.#record.responseModelId = part.modelId;
        if (part.id !== undefined) this.#record.generationId = part.id;
        return true;
      case 'finish':
        this.#recordFinish(part);
        return true;
      case 'tool-call':
        this.#hasContent = true;
        this.#onlyText = false;
        if (part.providerExecuted === true) return true;
        this.toolCalls.push(part);
        return false;
      case 'file':
      case 'custom':
      case 'tool-result':
      case 'tool-approval-request':
        this.#hasContent = true;
        this.#onlyText = false;
        return true;
      default:
        return true;
    }
  }

  /** What the finish part, and everything before it, is worth. Undefined means the answer may stand. */
  judge(finish: FinishPart): Failure | undefined {
    return (
      judgeFinish(finish.finishReason, this.#provider) ??
      this.#judgeToolCalls() ??
      judgeEmptiness({
        hasContent: this.#hasContent,
        finishReason: finish.finishReason,
        prompt: this.#params.prompt,
      })
    );
  }

  /** The answer so far, as the judges see it. */
  answer(finish: FinishPart): Omit<Answer, 'candidateId'> {
    return {
      text: this.#text,
      toolCalls: this.toolCalls,
      finishReason: finish.finishReason,
      params: this.#params,
    };
  }

  /** From here on the text is shown, so nobody will ask for it again. */
  stopCollecting(): void {
    this.#collecting = false;
    this.#text = '';
  }

  /** Takes note of what an answer reports behind its error; its content counts no more. */
  note(part: LanguageModelV4StreamPart): void {
    if (part.type === 'finish') this.#recordFinish(part);
  }

  /** The text shown so far, if this answer consists of nothing but text and may be continued. */
  continuableText(): string | undefined {
    return this.#onlyText && this.toolCalls.length === 0 && this.#text.trim() !== ''
      ? this.#text
      : undefined;
  }

  /** Hands over what is open: the text block that a continuation may go on with, and the ends of all others. */
  takeOpenBlocks(): { openText: string | undefined; others: LanguageModelV4StreamPart[] } {
    const openText = [...this.#open].findLast(([, type]) => type === 'text-end')?.[0];
    if (openText !== undefined) this.#open.delete(openText);
    return { openText, others: this.closeOpenBlocks() };
  }

  /** Parts that close what is still open, so that a broken stream stays balanced. */
  closeOpenBlocks(): LanguageModelV4StreamPart[] {
    const ends = [...this.#open].map(([id, type]) => ({ type, id }));
    this.#open.clear();
    return ends;
  }

  #recordFinish(part: FinishPart): void {
    this.#record.usage = part.usage;
    this.#record.finishReason = part.finishReason;
    if (part.providerMetadata !== undefined) this.#record.providerMetadata = part.providerMetadata;
  }

  #judgeToolCalls(): Failure | undefined {
    for (const call of this.toolCalls) {
      const streamed = this.#toolInputs.get(call.toolCallId) ?? '';
      const failure = judgeArguments({
        call,
        streamed,
        params: this.#params,
        provider: this.#provider,
      });
      if (failure !== undefined) return failure;
    }
    return undefined;
  }
}

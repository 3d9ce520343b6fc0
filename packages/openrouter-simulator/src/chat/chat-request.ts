import type { JsonRecord } from '../http/json.ts';

/** A part of a message's content, reduced to what the simulator looks at. */
export type ContentPart =
  | { readonly type: 'text'; readonly text: string; readonly cacheTtl?: '5m' | '1h' }
  | {
      readonly type: 'image' | 'file' | 'audio' | 'video';
      readonly bytes: number;
      readonly cacheTtl?: '5m' | '1h';
    };

/** One message of the conversation. */
export interface ChatMessage {
  readonly role: string;
  readonly parts: readonly ContentPart[];
  /** All text of the message. */
  readonly text: string;
  readonly toolCalls: readonly JsonRecord[];
  readonly name?: string;
}

/** A function the model may call. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly parameters: unknown;
}

export type ToolChoice =
  | { readonly type: 'none' | 'auto' | 'required' }
  | { readonly type: 'function'; readonly name: string };

export type ResponseFormat =
  | { readonly type: 'text' | 'json_object' }
  | { readonly type: 'json_schema'; readonly schema: unknown };

/** A chat request after reading: what the rest of the simulator works with. */
export interface ChatRequest {
  /** The model asked for, then its fallbacks, at most three in `models`. */
  readonly models: readonly string[];
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ToolDefinition[];
  /** Server tools and anything else that is not a function. */
  readonly serverTools: readonly string[];
  readonly toolChoice: ToolChoice;
  readonly parallelToolCalls: boolean;
  readonly responseFormat: ResponseFormat;
  readonly stream: boolean;
  readonly maxTokens: number | undefined;
  readonly stop: readonly string[];
  readonly reasoning: {
    readonly enabled: boolean;
    readonly exclude: boolean;
    readonly maxTokens?: number;
  };
  readonly provider: JsonRecord;
  readonly plugins: readonly string[];
  /** Names of the parameters given, in the words of `supported_parameters`. */
  readonly parameters: readonly string[];
  readonly body: JsonRecord;
}

import type { JsonRecord } from './json.ts';

/** What part of an answer an SSE event carries. */
export type EventKind = 'role' | 'reasoning' | 'content' | 'tool' | 'finish' | 'usage' | 'error';

/** One step of sending a body. Faults are functions over lists of these. */
export type Frame =
  | { readonly type: 'comment' }
  /** `tokens` is what the event adds to the completion. */
  | {
      readonly type: 'event';
      readonly kind: EventKind;
      readonly data: JsonRecord;
      readonly tokens: number;
    }
  | { readonly type: 'done' }
  /** The whole body of a JSON answer. */
  | { readonly type: 'document'; readonly data: JsonRecord }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'wait'; readonly ms: number | 'forever' }
  | { readonly type: 'reset' };

/** The bytes of a frame as text; empty for frames that send nothing. */
export function frameText(frame: Frame): string {
  switch (frame.type) {
    case 'comment':
      return ': OPENROUTER PROCESSING\n\n';
    case 'event':
      return `data: ${JSON.stringify(frame.data)}\n\n`;
    case 'done':
      return 'data: [DONE]\n\n';
    case 'document':
      return JSON.stringify(frame.data);
    case 'text':
      return frame.text;
    default:
      return '';
  }
}

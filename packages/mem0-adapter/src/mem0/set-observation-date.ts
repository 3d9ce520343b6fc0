import type { Mem0Message } from '../extraction/mem0-llm.ts';

export interface SetObservationDateOptions {
  readonly messages: readonly Mem0Message[];
  /** ISO 8601. */
  readonly observedAt: string;
}

// Only Mem0 itself writes a heading at the start of a line: those of messages are escaped.
const section = /^## Observation Date\n.*$/m;

/** Tells the model when the talk took place. Mem0 always says today, and "yesterday" becomes a wrong day. */
export function setObservationDate({
  messages,
  observedAt,
}: SetObservationDateOptions): Mem0Message[] {
  const day = observedAt.slice(0, 'YYYY-MM-DD'.length);
  return messages.map(({ role, content }) =>
    role === 'user'
      ? { role, content: content.replace(section, `## Observation Date\n${day}`) }
      : { role, content },
  );
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { HistoryFacts } from '../src/history/history-file.ts';
import type { IsoDate } from '../src/model.ts';
import { parseExpiry } from '../src/parse/parse-expiry.ts';

/** A change between two dated lists: new facts, or `null` when the model was no longer listed; and the facts before. */
export interface RecordedEvent {
  readonly date: IsoDate;
  readonly id: string;
  readonly before: Partial<HistoryFacts> | null;
  readonly after: Partial<HistoryFacts> | null;
}

export interface RecordedEvents {
  readonly days: readonly IsoDate[];
  readonly events: readonly RecordedEvent[];
}

const day = z.string().nullable().transform(parseExpiry);

const facts = z.object({
  in: z.string(),
  out: z.string(),
  ctx: z.number().nullable(),
  exp: day,
  tools: z.boolean(),
  so: z.boolean(),
});

const pair = z.tuple([z.string(), z.string()]);

const capability = z.object({ tools: z.boolean(), structured_outputs: z.boolean() });

const head = { date: z.string(), id: z.string() };

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('added'), ...head, to: facts }),
  z.object({ type: z.literal('removed'), ...head, from: facts }),
  z.object({ type: z.literal('price'), ...head, from: pair, to: pair }),
  z.object({
    type: z.literal('context'),
    ...head,
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.object({ type: z.literal('capability'), ...head, from: capability, to: capability }),
  z.object({ type: z.literal('expiration'), ...head, from: day, to: day }),
]);

/** Reads the record of changes between dated lists. */
export async function readRecordedEvents(path: string): Promise<RecordedEvents> {
  const schema = z.object({ days: z.array(z.string()), events: z.array(eventSchema) });
  const { days, events } = schema.parse(JSON.parse(await readFile(path, 'utf8')));
  return { days, events: events.map(toRecorded) };
}

type WireEvent = z.infer<typeof eventSchema>;

function toRecorded(event: WireEvent): RecordedEvent {
  const { date, id } = event;
  switch (event.type) {
    case 'added':
      return { date, id, before: null, after: toFacts(event.to) };
    case 'removed':
      return { date, id, before: toFacts(event.from), after: null };
    case 'price':
      return { date, id, before: toPrice(event.from), after: toPrice(event.to) };
    case 'context':
      return { date, id, before: { context: event.from }, after: { context: event.to } };
    case 'capability':
      return { date, id, before: toAbilities(event.from), after: toAbilities(event.to) };
    default:
      return { date, id, before: { expires: event.from }, after: { expires: event.to } };
  }
}

function toFacts({
  in: input,
  out: output,
  ctx,
  exp,
  tools,
  so,
}: z.infer<typeof facts>): HistoryFacts {
  return { input, output, context: ctx, tools, schema: so, expires: exp };
}

function toPrice([input, output]: readonly [string, string]): Partial<HistoryFacts> {
  return { input, output };
}

function toAbilities({
  tools,
  structured_outputs,
}: z.infer<typeof capability>): Partial<HistoryFacts> {
  return { tools, schema: structured_outputs };
}

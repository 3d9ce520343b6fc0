import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One thing that a conversation holds, and the turns it stands for. */
export interface LocomoItem {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly tokens: number;
}

export interface LocomoSession {
  readonly name: string;
  readonly turns: readonly LocomoItem[];
  readonly facts: readonly LocomoItem[];
}

export interface LocomoQuestion {
  readonly query: string;
  readonly category: number;
  readonly gold: readonly string[];
}

export interface LocomoConversation {
  readonly id: string;
  readonly sessions: readonly LocomoSession[];
  readonly questions: readonly LocomoQuestion[];
}

interface WireTurn {
  readonly speaker: string;
  readonly dia_id: string;
  readonly text: string;
  readonly blip_caption?: string;
}

/** A conversation as LoCoMo publishes it. */
export interface WireConversation {
  readonly sample_id: string;
  readonly conversation: Readonly<Record<string, readonly WireTurn[] | string>>;
  readonly observation: Readonly<
    Record<string, Readonly<Record<string, readonly [string, string | readonly string[]][]>>>
  >;
  readonly qa: readonly {
    readonly question: string;
    readonly category: number;
    readonly evidence?: readonly string[];
  }[];
}

/** Tokens of every turn and every fact (o200k), in the order in which {@link readConversation} gives them. */
export interface WireTokens {
  readonly conversations: readonly {
    readonly turns: readonly number[];
    readonly facts: readonly number[];
  }[];
}

/** What to do where the data is not there. */
export const locomoAbsent: string = `LoCoMo is not here: it is evaluation data and not shipped. It is public, CC BY-NC 4.0:
  data/locomo10.json of https://github.com/snap-research/LoCoMo
Prepare it once, then run this again with TIERWISE_DATA=<folder>:
  node --conditions=@tierwise/source packages/mem0-adapter/scripts/prepare-locomo.ts locomo10.json <folder>
Skipped.`;

/**
 * Evaluation data, never part of this repository: the given folder, else `locomo` in the folder that TIERWISE_DATA
 * names, else in `../shared/data` beside the repository.
 */
export function locomoDirectory(given?: string): string | undefined {
  const beside = resolve(import.meta.dirname, '../../../../../shared/data');
  const directory = given ?? join(process.env['TIERWISE_DATA'] ?? beside, 'locomo');
  return existsSync(join(directory, 'locomo-dev.json')) ? directory : undefined;
}

/** Reads the development part of LoCoMo (Maharana et al., ACL 2024; CC BY-NC 4.0). */
export function readLocomo(directory: string): readonly LocomoConversation[] {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  // Both were written by prepare-locomo.ts.
  const conversations: readonly WireConversation[] = JSON.parse(read('locomo-dev.json'));
  const tokens: WireTokens = JSON.parse(read('locomo-dev.tokens.json'));
  return conversations.map((each, index) => readConversation(each, tokens.conversations[index]));
}

/** The turns, facts and questions of a conversation; zero tokens where they are not counted yet. */
export function readConversation(
  wire: WireConversation,
  tokens?: WireTokens['conversations'][number],
): LocomoConversation {
  const turnTokens = [...(tokens?.turns ?? [])];
  const factTokens = [...(tokens?.facts ?? [])];
  const names = sessionNames(wire);
  const known = new Set(names.flatMap((name) => turnsOf(wire, name).map((turn) => turn.dia_id)));
  const sessions = names.map((name) => ({
    name,
    turns: turnsOf(wire, name).map((turn) => ({
      text: textOf(turn),
      evidence: [turn.dia_id],
      tokens: turnTokens.shift() ?? 0,
    })),
    facts: Object.values(wire.observation[`${name}_observation`] ?? {})
      .flat()
      .map(([text, evidence]) => ({
        text,
        evidence: idsIn(evidence, /[;,]\s*/, known),
        tokens: factTokens.shift() ?? 0,
      })),
  }));
  return { id: wire.sample_id, sessions, questions: questionsOf(wire, known) };
}

function sessionNames({ conversation }: WireConversation): string[] {
  return Object.keys(conversation)
    .filter((key) => /^session_\d+$/.test(key))
    .toSorted((one, other) => Number(one.slice(8)) - Number(other.slice(8)));
}

function turnsOf({ conversation }: WireConversation, name: string): readonly WireTurn[] {
  const turns = conversation[name];
  return typeof turns === 'object' ? turns : [];
}

function textOf({ speaker, text, blip_caption: caption }: WireTurn): string {
  return `${speaker}: ${text}${caption ? ` [shared photo: ${caption}]` : ''}`;
}

function questionsOf(wire: WireConversation, known: ReadonlySet<string>): LocomoQuestion[] {
  return wire.qa
    .filter(({ category }) => category >= 1 && category <= 4)
    .map(({ question, category, evidence = [] }) => ({
      query: question,
      category,
      gold: idsIn(evidence, /[;,\s]+/, known),
    }))
    .filter(({ gold }) => gold.length > 0);
}

function idsIn(
  evidence: string | readonly string[],
  separator: RegExp,
  known: ReadonlySet<string>,
): string[] {
  const parts = [evidence].flat().flatMap((each) => each.split(separator));
  return [...new Set(parts)].filter((id) => known.has(id));
}

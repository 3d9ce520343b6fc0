import type {
  EstimateIngestionOptions,
  IngestionConversation,
  IngestionGrouping,
  IngestionOverhead,
  IngestionTokens,
} from './ingestion-options.ts';

// What Mem0 keeps of an earlier message: 300 characters.
const earlierMessageTokens = 75;
// A fact of LoCoMo stands for so many tokens of talk.
const talkTokensPerFact = 86;

type Overhead = Required<IngestionOverhead>;

const defaults: Overhead = {
  promptTokens: 7603,
  frameTokens: 90,
  lastMessages: 10,
  existingMemories: 10,
  tokensPerMemory: 30,
  outputPerTalkToken: 0.5,
};

/** The tokens that Mem0 spends on conversations, counted add by add. */
export function countIngestion({
  conversations,
  groupBy,
  overhead: given = {},
}: Omit<EstimateIngestionOptions, 'models'>): IngestionTokens {
  const overhead = { ...defaults, ...given };
  const all = conversations.map((conversation) => countOne(conversation, groupBy, overhead));
  const sum = (name: keyof (typeof all)[number]): number =>
    all.reduce((total, tokens) => total + tokens[name], 0);
  const adds = sum('adds');
  return {
    adds,
    talk: sum('talk'),
    input: sum('input'),
    repeated: Math.max(0, adds - 1) * overhead.promptTokens,
    output: sum('output'),
  };
}

function countOne(
  { sessions }: IngestionConversation,
  groupBy: IngestionGrouping,
  overhead: Overhead,
): Omit<IngestionTokens, 'repeated'> {
  const groups = sessions.flatMap((session) => groupsOf(session, groupBy));
  const said: number[] = [];
  let talk = 0;
  let input = 0;
  for (const group of groups) {
    input += inputOf(group, { said, talk }, overhead);
    said.push(...group);
    talk += sumOf(group);
  }
  return {
    adds: groups.length,
    talk,
    input,
    output: Math.ceil(talk * overhead.outputPerTalkToken),
  };
}

interface Past {
  readonly said: readonly number[];
  readonly talk: number;
}

function inputOf(group: readonly number[], past: Past, overhead: Overhead): number {
  const { promptTokens, frameTokens, lastMessages, existingMemories, tokensPerMemory } = overhead;
  const shown = lastMessages === 0 ? [] : past.said.slice(-lastMessages);
  const earlier = sumOf(shown.map((tokens) => Math.min(tokens, earlierMessageTokens)));
  const memories = Math.min(existingMemories, Math.floor(past.talk / talkTokensPerFact));
  return promptTokens + frameTokens + earlier + memories * tokensPerMemory + sumOf(group);
}

function groupsOf(session: readonly number[], groupBy: IngestionGrouping): (readonly number[])[] {
  if (session.length === 0) return [];
  if (groupBy === 'session') return [session];
  const size = groupBy === 'pair' ? 2 : groupBy.messages;
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(
      `groupBy.messages is ${size}: give a whole number of messages, 1 or more.`,
    );
  }
  return Array.from({ length: Math.ceil(session.length / size) }, (_, index) =>
    session.slice(index * size, (index + 1) * size),
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

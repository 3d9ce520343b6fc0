/** One thing a speaker said of themselves. */
export interface Fact {
  readonly text: string;
  readonly speaker: 'user' | 'assistant';
}

interface Line {
  readonly speaker: 'user' | 'assistant';
  readonly text: string;
}

const FIRST_PERSON = /\b(?:I|I'm|I've|I'd|I'll|my|mine|me|we|our)\b|我/i;
const QUESTION =
  /[?？]\s*$|^(?:who|what|when|where|why|how|can|could|do|does|did|is|are|should|would)\b/i;
const SECTION = /^##\s+/m;

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/\bI'm\b|\bI am\b/gi, 'User is'],
  [/\bI've\b|\bI have\b/gi, 'User has'],
  [/\bI'd\b/gi, 'User would'],
  [/\bI'll\b/gi, 'User will'],
  [/\bmy\b|\bour\b/gi, "User's"],
  [/\b(?:I|we)\b/g, 'User'],
  [/\b(?:me|mine)\b/gi, 'User'],
];

/** In mem0's prompt only the new messages may become memories; in any other prompt all of it. */
function newMessages(prompt: string): string {
  const sections = prompt.split(SECTION);
  return sections.find((section) => /^new messages/i.test(section))?.replace(/^.*\n/, '') ?? prompt;
}

function existingMemories(prompt: string): string {
  return prompt.split(SECTION).find((section) => /^existing memories/i.test(section)) ?? '';
}

function linesOfJson(text: string): Line[] {
  const pairs = text.matchAll(
    /"role"\s*:\s*"(user|assistant)"\s*,\s*"content"\s*:\s*"((?:[^"\\]|\\.)*)"/g,
  );
  return [...pairs].map(([, speaker, content]) => ({
    speaker: speaker === 'assistant' ? 'assistant' : 'user',
    text: String(JSON.parse(`"${content ?? ''}"`)),
  }));
}

/** Messages as `{"role","content"}` objects, or as lines that begin with `user:` or `assistant:`; other lines belong to the speaker before. */
function linesOf(text: string): Line[] {
  const fromJson = linesOfJson(text);
  if (fromJson.length > 0) return fromJson;
  let speaker: Line['speaker'] = 'user';
  return text.split('\n').map((line) => {
    const marked = /^\s*\[?(user|assistant)\]?\s*[:：]\s*/i.exec(line);
    if (marked !== null) speaker = marked[1]?.toLowerCase() === 'assistant' ? 'assistant' : 'user';
    return { speaker, text: line.slice(marked?.[0].length ?? 0) };
  });
}

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?。！？])\s*|\n/).map((sentence) => sentence.trim());

function thirdPerson(sentence: string): string {
  if (/[\u4e00-\u9fff]/.test(sentence)) return sentence.replace(/我們|我们|我/g, '用户');
  const changed = ENGLISH.reduce((text, [from, to]) => text.replace(from, to), sentence);
  return changed.charAt(0).toUpperCase() + changed.slice(1);
}

const isStatement = (sentence: string): boolean =>
  sentence.length >= 4 && FIRST_PERSON.test(sentence) && !QUESTION.test(sentence);

/**
 * The rule of the simulated memory extraction, which understands nothing: each sentence of the user's new messages that speaks in
 * the first person and is no question becomes one fact in the third person, unless the existing memories hold it already.
 */
export function extractFacts(prompt: string): Fact[] {
  const known = existingMemories(prompt);
  const facts = linesOf(newMessages(prompt))
    .filter((line) => line.speaker === 'user')
    .flatMap((line) => sentencesOf(line.text).filter(isStatement))
    .map(thirdPerson)
    .filter((text) => !known.includes(text));
  return [...new Set(facts)].map((text) => ({ text, speaker: 'user' }));
}

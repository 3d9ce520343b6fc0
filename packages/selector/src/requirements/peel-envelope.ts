/** A turn longer than this carries material beside the question: a document, a log, a file. */
const QUESTION_CHARACTERS = 2_000;

/** The most that is searched for the question in a long turn, at its start and at its end. */
const SEARCHED_CHARACTERS = 4_000;

/**
 * Reduces a user turn to what is asked: drops `<tag>…</tag>` blocks that agents wrap around context and quoted lines,
 * and of a long turn keeps the first and the last paragraph, where people put the question. Where nothing else
 * is left, the start of the text itself stays. Linear in the text, bounded in what it returns.
 */
export function peelEnvelope(text: string): string {
  const bounded = boundText(text);
  const peeled = dropQuotedLines(dropTaggedBlocks(bounded)).trim();
  const question = peeled === '' ? bounded.trim() : peeled;
  return question.length <= QUESTION_CHARACTERS ? question : outerParagraphs(question);
}

function boundText(text: string): string {
  if (text.length <= 2 * SEARCHED_CHARACTERS) return text;
  return `${text.slice(0, SEARCHED_CHARACTERS)}\n${text.slice(-SEARCHED_CHARACTERS)}`;
}

function outerParagraphs(text: string): string {
  const paragraphs = text.split('\n\n');
  const first = paragraphs[0] ?? '';
  const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? '') : '';
  // A pasted document often has no blank line at its end: then its tail is material, not a question.
  const tail = last.length <= QUESTION_CHARACTERS / 2 ? last : '';
  return `${first.slice(0, QUESTION_CHARACTERS)}\n${tail}`.trim();
}

/** Removes outermost `<name>…</name>` blocks by scanning, because a backtracking pattern could be driven slow. */
function dropTaggedBlocks(text: string): string {
  let open = text.indexOf('<');
  if (open === -1) return text;
  const lastClose = text.lastIndexOf('</');
  let kept = '';
  let keptFrom = 0;
  while (open !== -1 && open < lastClose) {
    const end = endOfBlock(text, open);
    if (end > 0) {
      kept += text.slice(keptFrom, open);
      keptFrom = end;
    }
    open = text.indexOf('<', end > 0 ? end : open + 1);
  }
  return keptFrom === 0 ? text : kept + text.slice(keptFrom);
}

const TAG = /^<([A-Za-z][\w-]{1,60})>/;

/** The position behind the block that opens here; -1 when none does. */
function endOfBlock(text: string, open: number): number {
  const name = TAG.exec(text.slice(open, open + 64))?.[1];
  if (name === undefined) return -1;
  const close = text.indexOf(`</${name}>`, open);
  return close === -1 ? -1 : close + name.length + 3;
}

function dropQuotedLines(text: string): string {
  if (!text.startsWith('> ') && !text.includes('\n> ')) return text;
  return text
    .split('\n')
    .filter((line) => !line.startsWith('> '))
    .join('\n');
}

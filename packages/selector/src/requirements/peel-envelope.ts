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
  let kept = '';
  let position = 0;
  for (;;) {
    const open = text.indexOf('<', position);
    if (open === -1) return kept + text.slice(position);
    const name = /^<([A-Za-z][\w-]{1,60})>/.exec(text.slice(open, open + 64))?.[1];
    const close = name === undefined ? -1 : text.indexOf(`</${name}>`, open);
    if (name === undefined || close === -1) {
      kept += text.slice(position, open + 1);
      position = open + 1;
    } else {
      kept += text.slice(position, open);
      position = close + name.length + 3;
    }
  }
}

function dropQuotedLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('> '))
    .join('\n');
}

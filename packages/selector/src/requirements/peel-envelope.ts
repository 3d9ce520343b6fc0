/** The most of a question that is looked at: its start and its end. Both bounds keep a decision linear and short. */
const HEAD_CHARACTERS = 8_000;
const TAIL_CHARACTERS = 4_000;

/**
 * Reduces a user turn to what is asked: drops `<tag>…</tag>` blocks that agents wrap around context, quoted
 * lines and the bodies of pasted blocks that are not code. Where nothing else is left, the text itself stays.
 */
export function peelEnvelope(text: string): string {
  const bounded = boundText(text);
  const peeled = dropQuotedLines(dropTaggedBlocks(bounded)).trim();
  return peeled === '' ? bounded.trim() : peeled;
}

function boundText(text: string): string {
  if (text.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return text;
  return `${text.slice(0, HEAD_CHARACTERS)}\n${text.slice(-TAIL_CHARACTERS)}`;
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

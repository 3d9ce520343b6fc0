import type { Extraction } from './extraction.ts';
import { parseExtraction } from './parse-extraction.ts';

const listStart = /"memory"\s*:\s*\[/;

/** The whole memories of an answer that was cut off; `undefined` where not one is whole. */
export function salvageExtraction(text: string): Extraction | undefined {
  const start = listStart.exec(text);
  if (start === null) return undefined;
  const end = endOfLastObject(text, start.index + start[0].length);
  if (end === undefined) return undefined;
  return parseExtraction(`{"memory":[${text.slice(start.index + start[0].length, end)}]}`);
}

/** Where the last object of a list ends that is complete. */
function endOfLastObject(text: string, from: number): number | undefined {
  let depth = 0;
  let isString = false;
  let end: number | undefined;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"') isString = !isString;
    else if (!isString && character === '{') depth += 1;
    else if (!isString && character === '}') {
      depth -= 1;
      if (depth === 0) end = at + 1;
    }
  }
  return end;
}

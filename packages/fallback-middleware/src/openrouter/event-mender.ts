import { mendUsage } from './mend-usage.ts';

const dataField = 'data:';
const done = '[DONE]';
const longestDone = 64;

/** Mends event text line by line, so that nothing is held back but an unfinished line. */
export class EventMender {
  /** `[DONE]` came, or the end: nothing more is to be read. */
  isDone = false;
  #rest: string[] = [];
  #restLength = 0;

  /** The mended lines that are complete now. What is unfinished waits for more, but for a `[DONE]`. */
  add(text: string): string {
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    const complete = end === 0 ? '' : this.#mendLines(this.#takeRest() + text.slice(0, end));
    if (this.isDone) return complete;
    this.#rest.push(text.slice(end));
    this.#restLength += text.length - end;
    // Not every server ends its last line.
    const mayBeDone = this.#restLength >= done.length && this.#restLength <= longestDone;
    return mayBeDone && isDone(this.#rest.join('')) ? complete + this.#finish() : complete;
  }

  /** The last text, and what was left unfinished. */
  end(text: string): string {
    const complete = this.add(text);
    if (this.isDone) return complete;
    this.isDone = true;
    return complete + mendLine(this.#takeRest());
  }

  // A carriage return ends a line, too; as the pair it is followed by an empty one, which changes no byte.
  #mendLines(text: string): string {
    let mended = '';
    for (const line of text.split(/(?<=[\r\n])/)) {
      if (isDone(line)) return mended + this.#finish();
      mended += mendLine(line);
    }
    return mended;
  }

  #finish(): string {
    this.isDone = true;
    return `${dataField} ${done}\n\n`;
  }

  #takeRest(): string {
    const rest = this.#rest.join('');
    this.#rest = [];
    this.#restLength = 0;
    return rest;
  }
}

function isDone(line: string): boolean {
  return line.startsWith(dataField) && line.slice(dataField.length).trim() === done;
}

function mendLine(line: string): string {
  if (!line.startsWith(dataField)) return line;
  const document = line.slice(dataField.length);
  const mended = mendUsage(document);
  if (mended === document) return line;
  return `${dataField} ${mended}${/[\r\n]$/.exec(line)?.[0] ?? ''}`;
}

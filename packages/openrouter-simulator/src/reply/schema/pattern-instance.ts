/**
 * Makes a text that matches a regular expression: literals, escapes, classes, groups, alternatives, quantifiers.
 * Look-around, back-references and boundaries are read over; the caller checks the result.
 */

interface Length {
  readonly minimum: number;
  readonly maximum: number;
}

/** Draws texts of a sub-expression. `extra` asks open quantifiers for more repetitions, `pick` chooses among equals. */
type Node = (extra: number, pick: number) => string;

const CLASSES: Readonly<Record<string, string>> = {
  d: '0123456789',
  w: 'abcdefghijklmnopqrstuvwxyz0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  s: ' ',
  D: 'abcdefghijklmnopqrstuvwxyz',
  W: '-.',
  S: 'abcdefghijklmnopqrstuvwxyz0123456789',
  n: '\n',
  t: '\t',
  r: '\r',
};
const ANY = 'abcdefghijklmnopqrstuvwxyz';
const PRINTABLE: string = Array.from({ length: 95 }, (_, index) =>
  String.fromCharCode(32 + index),
).join('');
/** Unicode property escapes that patterns use, by an ordinary member. */
const PROPERTIES: Readonly<Record<string, string>> = {
  L: ANY,
  Lu: ANY.toUpperCase(),
  Ll: ANY,
  N: CLASSES['d'] ?? '',
  Nd: CLASSES['d'] ?? '',
};

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #take(): string {
    const character = this.#peek();
    this.#at += 1;
    return character;
  }

  readAlternatives(): Node {
    const options = [this.#readSequence()];
    while (this.#peek() === '|') {
      this.#at += 1;
      options.push(this.#readSequence());
    }
    return (extra, pick) => options[pick % options.length]?.(extra, pick) ?? '';
  }

  #readSequence(): Node {
    const nodes: Node[] = [];
    while (this.#peek() !== '' && !'|)'.includes(this.#peek())) nodes.push(this.#readQuantified());
    return (extra, pick) => nodes.map((node) => node(extra, pick)).join('');
  }

  #readQuantified(): Node {
    const node = this.#readAtom();
    const [minimum, maximum] = this.#readQuantifier();
    return (extra, pick) => {
      const count = Math.min(maximum, minimum + extra);
      return Array.from({ length: count }, (_, index) => node(extra, pick + index)).join('');
    };
  }

  #readQuantifier(): readonly [number, number] {
    const rest = this.#source.slice(this.#at);
    const [text, low, comma, high] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(rest) ?? [''];
    this.#at += text.length;
    if (text.startsWith('*')) return [0, Infinity];
    if (text.startsWith('+')) return [1, Infinity];
    if (text.startsWith('?')) return [0, 1];
    if (low === undefined) return [1, 1];
    const open = comma === '' ? Number(low) : Infinity;
    return [Number(low), high ? Number(high) : open];
  }

  #readAtom(): Node {
    const character = this.#take();
    if (character === '(') return this.#readGroup();
    if (character === '[') return oneOf(this.#readClass());
    if (character === '\\') return this.#readEscape();
    if (character === '.') return oneOf(ANY);
    if (character === '^' || character === '$') return () => '';
    return () => character;
  }

  #readGroup(): Node {
    const [prefix = '', look] =
      /^\?(?::|<[A-Za-z_]\w*>|(<?[=!]))/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += prefix.length;
    const inner = this.readAlternatives();
    this.#at += 1;
    return look === undefined ? inner : () => '';
  }

  #readEscape(): Node {
    const characters = this.#escapedCharacters();
    return characters === '' ? () => '' : oneOf(characters);
  }

  #escapedCharacters(): string {
    const character = this.#take();
    if (character === 'b' || character === 'B') return '';
    if (character === 'p') {
      const [braces = '', name = ''] = /^\{([^}]*)\}/.exec(this.#source.slice(this.#at)) ?? [];
      this.#at += braces.length;
      return PROPERTIES[name] ?? ANY;
    }
    const code = /^(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(
      this.#source.slice(this.#at - 1),
    );
    if (code !== null) {
      this.#at += code[0].length - 1;
      return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16));
    }
    return CLASSES[character] ?? character;
  }

  #readClass(): string {
    const isNegated = this.#peek() === '^';
    if (isNegated) this.#at += 1;
    let members = '';
    while (this.#peek() !== ']' && this.#peek() !== '') members += this.#readClassMember();
    this.#at += 1;
    return isNegated
      ? Array.from(ANY + PRINTABLE)
          .filter((item) => !members.includes(item))
          .join('')
      : members;
  }

  #readClassMember(): string {
    const character = this.#take();
    const first = character === '\\' ? this.#escapedCharacters() : character;
    const isRange = this.#peek() === '-' && this.#source[this.#at + 1] !== ']';
    if (!isRange || first.length !== 1) return first;
    this.#at += 1;
    const last = this.#take();
    const end = last === '\\' ? this.#escapedCharacters() : last;
    const [low, high] = [first.codePointAt(0) ?? 0, end.codePointAt(0) ?? 0];
    // A wide range (all ideographs, say) needs no more than a sample.
    return Array.from({ length: Math.min(high - low + 1, 128) }, (_, index) =>
      String.fromCodePoint(low + index),
    ).join('');
  }
}

function oneOf(characters: string): Node {
  const options = Array.from(characters);
  return (_extra, pick) => options[pick % options.length] ?? '';
}

const MAX_EXTRA = 64;

/** A text matching the pattern, within the length if open quantifiers allow it; different for different variants where possible. */
export function patternInstance(pattern: string, variant: number, length: Length): string {
  const node = new PatternReader(pattern).readAlternatives();
  const expression = new RegExp(pattern, 'u');
  let fallback = node(1, variant);
  for (let extra = 0; extra < MAX_EXTRA; extra += 1) {
    for (let pick = variant; pick < variant + 4; pick += 1) {
      const text = node(extra, pick);
      const fits = text.length >= length.minimum && text.length <= length.maximum;
      if (!expression.test(text)) continue;
      if (fits) return text;
      fallback = text;
    }
  }
  return padUnanchored(fallback, pattern, length);
}

/** A pattern without `$` allows anything behind the match. */
function padUnanchored(text: string, pattern: string, length: Length): string {
  return pattern.endsWith('$') ? text : text.padEnd(length.minimum, 'a');
}

/**
 * Porter's stemmer of 1980 ("An algorithm for suffix stripping", Program 14.3), for lower-case
 * English. A word shorter than three letters, or with other letters, stays as it is.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return [plurals, pastTense, finalY, doubleSuffixes, fullSuffixes, bareSuffixes, tidyEnd].reduce(
    (stemmed, step) => step(stemmed),
    word,
  );
}

type Rules = readonly (readonly [suffix: string, replacement: string])[];

const consonant = '(?:[^aeiouy]|(?<![^aeiou])y)';
const vowel = '(?:[aeiou]|(?<=[^aeiou])y)';
const beginsWithMeasure = new RegExp(`^${consonant}*${vowel}+${consonant}`);
const hasTwoMeasures = new RegExp(`^${consonant}*(?:${vowel}+${consonant}+){2}`);
const hasOneMeasure = new RegExp(`^${consonant}*${vowel}+${consonant}+(?:${vowel}+)?$`);
const hasVowel = new RegExp(vowel);
const endsDouble = /([^aeiouy])\1$/;
const endsShort = new RegExp(`${consonant}${vowel}(?![wxy])${consonant}$`);

function plurals(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function pastTense(word: string): string {
  if (word.endsWith('eed')) {
    return beginsWithMeasure.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  }
  const base = /^(.*?)(?:ed|ing)$/.exec(word)?.[1];
  return base !== undefined && hasVowel.test(base) ? mendBase(base) : word;
}

/** "hopp" was "hop", "fil" was "file". */
function mendBase(base: string): string {
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (endsDouble.test(base) && !/[lsz]$/.test(base)) return base.slice(0, -1);
  return hasOneMeasure.test(base) && endsShort.test(base) ? `${base}e` : base;
}

function finalY(word: string): string {
  const base = word.slice(0, -1);
  return word.endsWith('y') && hasVowel.test(base) ? `${base}i` : word;
}

const doubles: Rules = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['eli', 'e'],
];

function doubleSuffixes(word: string): string {
  return replaceSuffix(word, doubles);
}

const fulls: Rules = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

function fullSuffixes(word: string): string {
  return replaceSuffix(word, fulls);
}

/** Only the longest matching suffix counts, whether or not it may go. */
function replaceSuffix(word: string, rules: Rules): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const base = word.slice(0, -rule[0].length);
  return beginsWithMeasure.test(base) ? base + rule[1] : word;
}

const bare = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic|ou)$/;

function bareSuffixes(word: string): string {
  const suffix = bare.exec(word)?.[0];
  if (suffix === undefined) return word;
  const base = word.slice(0, -suffix.length);
  const mayGo = hasTwoMeasures.test(base) && (suffix !== 'ion' || /[st]$/.test(base));
  return mayGo ? base : word;
}

function tidyEnd(word: string): string {
  const base = word.endsWith('e') && mayLoseE(word.slice(0, -1)) ? word.slice(0, -1) : word;
  return base.endsWith('ll') && hasTwoMeasures.test(base.slice(0, -1)) ? base.slice(0, -1) : base;
}

function mayLoseE(base: string): boolean {
  if (hasTwoMeasures.test(base)) return true;
  return beginsWithMeasure.test(base) && !endsShort.test(base);
}

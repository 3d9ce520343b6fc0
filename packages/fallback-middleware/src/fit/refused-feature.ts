import type { Failure } from '../failure/failure.ts';
import type { CallFeature } from './call-features.ts';

const quote = `['"\`]?`;
const kind =
  '(?: (?:use|usage|calls?|calling|inputs?|content|parts?|modality|parameter|messages?))?';
const clauseStart = '(?:^|[.,:;(] ?|\\b(?:the|that|as|because|since) )';
const clauseEnd = '(?= ?$|[.,;:)!]| (?:by|for|with|in|on|at|yet)\\b)';
const refuses =
  "(?:(?:(?:do|does|can) ?not|(?:do|does)n't|can't|endpoints? found that) support|no support for|unsupported(?: (?:feature|input|parameter|content|modality))?:?)(?: the)?(?: use of)?";
const isRefused =
  `(?: of type ${quote}[\\w./]{1,40}${quote})?(?: (?:is|are))? ` +
  '(?:not (?:currently )?(?:supported|available|enabled)|unsupported|only supported by)';
// What is refused only together with something else is no lack of the feature itself.
const alone =
  '(?! (?:with|when|while|in|for|on|if|unless|together|alongside)\\b(?! (?:(?:this|the|that|your) (?:model|endpoint|provider)|models?)\\b))';

/** `… does not support <name>` up to its clause's end, or `<name> is not supported` from its clause's start. Linear. */
function refusing(name: string): RegExp {
  const named = `${quote}(?:${name})${kind}${quote}`;
  return new RegExp(
    `${refuses} ${named}${clauseEnd}${alone}|${clauseStart}${named}${isRefused}${alone}`,
    'i',
  );
}

// The words in which OpenRouter and its upstreams name what they refuse (faults: H11). `tool_choice` is a setting.
const refusedBy: Readonly<Record<CallFeature, RegExp>> = {
  tools: refusing('tools?|tool_(?:calls?|calling|use)|functions?|function_(?:calls?|calling)'),
  'structured output': refusing(
    'response_format|json[_ ](?:schema|mode|object)s?|structured[_ ]outputs?',
  ),
  image: refusing('images?|image_url|vision'),
  audio: refusing('(?:input_)?audio'),
  video: refusing('(?:input_)?videos?'),
  file: refusing('files?|pdfs?|documents?'),
};

// One image (file, clip) is at fault, not the model: `image_too_large`, `unsupported_image_format` …
const oneOfThem =
  /(?:image|audio|video|file|pdf|document)_|_(?:image|audio|video|file|pdf|document)/i;

/**
 * Which of a call's features an `unsupported` failure refuses: the one its message names as what is not supported.
 * Undefined when that is not clear: a wrong guess would keep a good candidate from later calls.
 */
export function refusedFeature(
  { code, message }: Pick<Failure, 'code' | 'message'>,
  features: readonly CallFeature[],
): CallFeature | undefined {
  if (code !== undefined && oneOfThem.test(code)) return undefined;
  const refused = features.filter((feature) => refusedBy[feature].test(message));
  return refused.length === 1 ? refused[0] : undefined;
}

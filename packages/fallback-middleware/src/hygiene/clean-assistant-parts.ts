import type { LanguageModelV4Message, SharedV4ProviderOptions } from '@ai-sdk/provider';
import { readStamp } from './stamp.ts';

type AssistantParts = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'];
type AssistantPart = AssistantParts[number];

// Keys under which providers keep what only the family that produced it can read.
const privateKeys: ReadonlySet<string> = new Set([
  'reasoning_details',
  'reasoningDetails',
  'signature',
  'redactedData',
  'reasoningEncryptedContent',
  'encryptedContent',
  'itemId',
  'thoughtSignature',
]);

/** Drops foreign reasoning and what is left of it on other parts. Returns the same array where nothing is foreign. */
export function cleanAssistantParts(parts: AssistantParts, family: string): AssistantParts {
  if (!parts.some((part) => isForeign(part, family))) return parts;
  return parts
    .filter((part) => !(isReasoning(part) && isForeign(part, family)))
    .map((part) => (isForeign(part, family) ? withoutPrivateOptions(part) : part));
}

function isReasoning(part: AssistantPart): boolean {
  return part.type === 'reasoning' || part.type === 'reasoning-file';
}

function isForeign(part: AssistantPart, family: string): boolean {
  const stamp = readStamp(part.providerOptions);
  return stamp !== undefined && stamp.family !== family;
}

function withoutPrivateOptions(part: AssistantPart): AssistantPart {
  const providerOptions: SharedV4ProviderOptions = {};
  for (const [provider, options] of Object.entries(part.providerOptions ?? {})) {
    providerOptions[provider] = Object.fromEntries(
      Object.entries(options).filter(([key]) => !privateKeys.has(key)),
    );
  }
  return { ...part, providerOptions };
}

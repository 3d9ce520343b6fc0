import { readString } from '../failure/safe-read.ts';
import type { Answer } from './answer.ts';
import { parseJson } from './parse-json.ts';
import type { SchemaVerifier, Verification, Verifier } from './verify-options.ts';

/** Asks the verifier. One that throws could not decide, and what is not verified does not pass. */
export async function runVerifier(
  verifier: Verifier,
  answer: Answer,
  signal: AbortSignal,
): Promise<Verification> {
  try {
    if (typeof verifier !== 'function') return await checkSchema(verifier, answer);
    const result = await verifier(answer, signal);
    return typeof result === 'boolean' ? { passed: result } : result;
  } catch (error) {
    const reason = readString(error, 'message') ?? 'unknown error';
    return { passed: false, reason: `The verifier failed: ${reason}` };
  }
}

async function checkSchema(verifier: SchemaVerifier, answer: Answer): Promise<Verification> {
  const parsed = parseJson(answer.text);
  if (!parsed.ok) return { passed: false, reason: 'The answer is not JSON' };
  const { issues } = await verifier['~standard'].validate(parsed.value);
  return issues === undefined
    ? { passed: true }
    : { passed: false, reason: issues[0]?.message ?? 'The answer breaks its schema' };
}

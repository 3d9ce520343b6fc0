import type { Failure } from '../failure/failure.ts';
import { redact } from '../failure/redact.ts';
import { readString } from '../failure/safe-read.ts';
import type { Answer } from './answer.ts';
import type { JudgeOptions, Verdict } from './judge-options.ts';
import { judgeRepetition } from './judge-repetition.ts';
import { judgeSchema } from './judge-schema.ts';
import { judgeToolCallsAsText } from './judge-tool-calls-as-text.ts';
import { judgeTools } from './judge-tools.ts';

/** Runs the checks that are switched on, the cheap ones first. Undefined means the answer may be served. */
export async function judgeAnswer(
  answer: Answer,
  options: JudgeOptions,
): Promise<Failure | undefined> {
  return (
    (options.tools === true ? judgeTools(answer) : undefined) ??
    (options.toolCallsAsText === true ? judgeToolCallsAsText(answer) : undefined) ??
    (options.schema === true ? judgeSchema(answer) : undefined) ??
    (options.repetition === true ? judgeRepetition(answer) : undefined) ??
    (await judgeByCaller(answer, options.accept))
  );
}

async function judgeByCaller(
  answer: Answer,
  accept: JudgeOptions['accept'],
): Promise<Failure | undefined> {
  if (accept === undefined) return undefined;
  try {
    return failureOfVerdict(await accept(answer));
  } catch (error) {
    return rejected(`The check threw: ${readString(error, 'message') ?? 'an unknown error'}`);
  }
}

function failureOfVerdict(verdict: Verdict): Failure | undefined {
  if (verdict === true || verdict === undefined) return undefined;
  return rejected(verdict === false ? 'The answer was not accepted' : verdict);
}

function rejected(message: string): Failure {
  return { class: 'invalid-output', code: 'rejected', message: redact(message) };
}

import { JudgedFailure } from '../chain/judged-failure.ts';
import type { Failure } from '../failure/failure.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';
import type { FinishPart } from './stream-watch.ts';
import { unknownUsage } from './unknown-usage.ts';

/** The finish of a stream that broke: `interrupted` where it was cut, else `error`; what it reported is kept. */
export function brokenFinish(record: AttemptRecord, failure: Failure): FinishPart {
  const { usage, finishReason, providerMetadata } = record;
  return {
    type: 'finish',
    usage: usage ?? unknownUsage,
    finishReason: {
      unified: failure.class === 'truncated' ? 'interrupted' : 'error',
      raw: finishReason?.raw,
    },
    ...(providerMetadata === undefined ? {} : { providerMetadata }),
  };
}

/** A judged failure is told in the shape OpenRouter uses in a stream; anything else is shown as it came. */
export function shownError(error: unknown, failure: Failure): unknown {
  if (!(error instanceof JudgedFailure)) return error;
  return { code: failure.code ?? failure.class, message: failure.message };
}

import { LoadAPIKeyError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { httpError } from '../../test/support/models.ts';
import { classifyFailure } from './classify-failure.ts';
import { failureClasses, type FailureClass } from './failure-class.ts';

const nowMs = Date.UTC(2026, 10, 25);

function classOf(error: unknown): FailureClass {
  return classifyFailure(error, { nowMs }).class;
}

describe('classifyFailure', () => {
  test.each<[string, unknown, FailureClass]>([
    ['H5 401', httpError(401), 'auth'],
    ['H6 402', httpError(402), 'payment-required'],
    [
      '402 for requests in flight',
      httpError(402, { metadata: { limit_source: 'openrouter_in_flight_budget' } }),
      'in-flight-budget',
    ],
    ['H7 403 moderation', httpError(403, { metadata: { reasons: ['violence'] } }), 'moderated'],
    ['403 for a key limit', httpError(403, { message: 'Key limit exceeded' }), 'payment-required'],
    [
      'H8 404 without endpoints',
      httpError(404, { message: 'No endpoints found matching your data policy' }),
      'no-endpoint',
    ],
    [
      '404 retired',
      httpError(404, { availability: { code: 'model_deprecated', retryable: false } }),
      'model-gone',
    ],
    [
      '404 free variant ended',
      httpError(404, { availability: { code: 'free_variant_ended' } }),
      'free-variant-ended',
    ],
    [
      'H9 context length',
      httpError(400, { metadata: { error_type: 'context_length_exceeded' } }),
      'context-overflow',
    ],
    [
      'H9 context length in words',
      httpError(400, { message: "This endpoint's maximum context length is 8192 tokens" }),
      'context-overflow',
    ],
    [
      'H10 a caller bug',
      httpError(400, { metadata: { error_type: 'invalid_prompt' } }),
      'bad-request',
    ],
    [
      'H11 no tools',
      httpError(400, { message: 'This model does not support tools' }),
      'unsupported',
    ],
    [
      '400 unknown model id',
      httpError(400, { message: 'x/y is not a valid model ID' }),
      'model-gone',
    ],
    ['H12 413', httpError(413), 'context-overflow'],
    ['H13 408', httpError(408), 'timeout'],
    ['H13 500', httpError(500), 'upstream-error'],
    ['H13 529', httpError(529), 'overloaded'],
    ['429', httpError(429), 'rate-limited'],
    [
      'the free daily quota',
      httpError(429, { metadata: { limit_source: 'openrouter_free_tier_daily' } }),
      'quota-exhausted',
    ],
    [
      'H16 an error inside a 200',
      { code: 502, message: 'Provider returned error' },
      'upstream-error',
    ],
    [
      'an error inside a 200 with a text code',
      { code: 'rate_limit_exceeded', message: 'slow' },
      'unknown',
    ],
    ['a string', 'overloaded, try again later', 'overloaded'],
    [
      'a socket error',
      Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } }),
      'network',
    ],
    [
      'H20 a body that is not the gzip it claims to be',
      Object.assign(new TypeError('terminated'), { cause: { code: 'Z_DATA_ERROR' } }),
      'upstream-error',
    ],
    ['a missing key', new LoadAPIKeyError({ message: 'OPENROUTER_API_KEY is missing' }), 'auth'],
    ['an abort', new DOMException('x', 'AbortError'), 'aborted'],
    ['a timeout', new DOMException('x', 'TimeoutError'), 'timeout'],
    [
      'availability that says retry',
      httpError(404, { availability: { code: 'new_code', retryable: true } }),
      'overloaded',
    ],
    ['null', null, 'unknown'],
  ])('%s', (_name, error, expected) => {
    expect(classOf(error)).toBe(expected);
  });

  test('error_type beats availability, which beats the status', () => {
    const availability = { code: 'capacity_exhausted', retryable: true };
    expect(classOf(httpError(400, { availability }))).toBe('overloaded');
    const metadata = { error_type: 'authentication' };
    expect(classOf(httpError(400, { availability, metadata }))).toBe('auth');
  });

  test('digits in a message do not change the class', () => {
    const message = 'max_tokens must be <= 15000 and 429 and 503';
    expect(classOf(httpError(400, { message }))).toBe('bad-request');
  });

  test('a message that holds a key is redacted', () => {
    const { message } = classifyFailure(new Error('Incorrect API key: sk-or-v1-0123456789abcdef'));
    expect(message).toBe('Incorrect API key: [redacted]');
  });

  test('is total: any value has a class, and the same one twice', () => {
    const circular: Record<string, unknown> = {};
    circular['cause'] = circular;
    circular['error'] = circular;
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error('trap');
        },
        ownKeys() {
          throw new Error('trap');
        },
      },
    );
    const odd = fc.constantFrom(circular, hostile, Object.freeze({}), Symbol('x'), () => 1);
    fc.assert(
      fc.property(fc.oneof(fc.anything(), odd), (value) => {
        expect(failureClasses).toContain(classOf(value));
        expect(classOf(value)).toBe(classOf(value));
      }),
    );
  });
});

describe('retry hints', () => {
  function hint(headers: Record<string, string>, body: object = {}): number | undefined {
    return classifyFailure(httpError(429, body, headers), { nowMs }).retryAfterMs;
  }

  test.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['decimals', { 'Retry-After': '1.5' }, 1500],
    ['ms header wins over seconds', { 'retry-after-ms': '250', 'retry-after': '30' }, 250],
    ['H2 HTTP date', { 'retry-after': new Date(nowMs + 5000).toUTCString() }, 5000],
    ['H2 past date', { 'retry-after': new Date(nowMs - 5000).toUTCString() }, 0],
    ['H2 X-RateLimit-Reset in epoch ms', { 'X-RateLimit-Reset': `${nowMs + 7000}` }, 7000],
    ['H3 negative', { 'retry-after': '-5' }, undefined],
    ['H3 blank', { 'retry-after': '' }, undefined],
    ['H3 NaN', { 'retry-after': 'NaN' }, undefined],
    ['H3 1e12', { 'retry-after': '1e12' }, 2_147_483_647],
    ['H3 99999999999', { 'retry-after': '99999999999' }, 2_147_483_647],
  ])('%s', (_name, headers, expected) => {
    expect(hint(headers)).toBe(expected);
  });

  test('H2 X-RateLimit-Reset in the metadata of the body', () => {
    const metadata = { headers: { 'X-RateLimit-Reset': `${nowMs + 9000}` } };
    expect(hint({}, { metadata })).toBe(9000);
  });

  test('the class of an APICallError from another bundle is read by its fields', () => {
    const foreign = { name: 'AI_APICallError', message: 'x', statusCode: 503, isRetryable: true };
    expect(classOf(foreign)).toBe('overloaded');
  });
});

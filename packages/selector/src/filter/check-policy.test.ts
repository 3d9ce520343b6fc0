import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { UnknownModelError } from '@tierwise/catalog';
import { describe, expect, it } from 'vitest';
import {
  describeCall,
  indexModels,
  InvalidPolicyError,
  NoCandidateError,
  selectCandidates,
} from '../index.ts';

const index = indexModels(bundledCatalog().models);
const requirements = describeCall({ prompt: [{ role: 'user', content: 'Hello!' }] });

/** A choice under a policy as JavaScript may write it. */
function choose(policy: object): unknown {
  return Reflect.apply(selectCandidates, undefined, [{ index, requirements, policy }]);
}

const MISSPELT = { models: ['openai/gpt-4.1-nanoo'] };

describe('a policy that cannot be followed', () => {
  it.each([
    [{ teir: 'economy' }, /no member "teir"\. Did you mean "tier"\?/],
    [{ tier: 'cheap' }, /"tier" is "cheap"; write one of free, ultra-low/],
    [{ target: 95 }, /"target" is 95; write a number from 0 to 1/],
    [{ confidence: 0.2 }, /from 0.5 to 0.99/],
    [{ maxCostUsd: 0.01 }, /"maxCostUsd" is 0.01; write .* such as '0.01'/],
    [{ models: 'openai/gpt-4.1' }, /"models" is "openai\/gpt-4.1"; write a list/],
    [{ allowFree: 'yes' }, /write true or false/],
  ])('is refused: %j', (policy, message) => {
    expect(() => choose(policy)).toThrow(message);
    expect(() => choose(policy)).toThrow(expect.toSatisfy(InvalidPolicyError.isInstance));
  });

  it('is not one with absent members', () => {
    expect(() => choose({ tier: undefined, target: undefined })).not.toThrow();
  });

  it('names a model that the catalogue lacks with the nearest that it has', () => {
    expect(() => choose(MISSPELT)).toThrow(
      /no model "openai\/gpt-4.1-nanoo".*Did you mean openai\/gpt-4.1-nano/,
    );
    expect(() => choose(MISSPELT)).toThrow(
      expect.toSatisfy((error: unknown) => UnknownModelError.isInstance(error)),
    );
  });
});

describe('the hint when no model fits', () => {
  it.each([
    [{ deny: ['*'] }, /shorten "deny"/],
    [{ allow: ['acme/*'] }, /widen "allow"/],
    [{ tier: 'free', dataPolicy: 'zdr' }, /loosen "dataPolicy"/],
    [{ region: 'eu', strictRegion: true }, /"endpoints"/],
    [{ maxCostUsd: '0' }, /raise "maxCostUsd"/],
  ])('speaks of the rules that left them out: %j', (policy, hint) => {
    expect(() => choose(policy)).toThrow(hint);
    expect(() => choose(policy)).toThrow(expect.toSatisfy(NoCandidateError.isInstance));
  });

  it('speaks of nothing that had no part in it', () => {
    expect(() => choose({ deny: ['*'] })).toThrow(/^((?!maxCostUsd|allowFree).)*$/s);
  });
});

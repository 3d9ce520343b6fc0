import { expect, test } from 'vitest';
import { Mem0UnavailableError } from './mem0-unavailable-error.ts';
import { pinFields } from './pin-fields.ts';

test('a pinned field keeps its value when its owner assigns another', () => {
  const owner = { llm: 'theirs' };

  pinFields(owner, { llm: 'ours' });
  owner.llm = 'theirs again';

  expect(owner.llm).toBe('ours');
});

test('a field that is not there is an error, because the owner would use another', () => {
  expect(() => pinFields({ llm: 'theirs' }, { model: 'ours' })).toThrow('"model"');
  expect(() => pinFields({}, { model: 'ours' })).toThrow(Mem0UnavailableError);
});

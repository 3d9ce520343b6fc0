import { expect, it } from 'vitest';
import { namedPackages } from './named-packages.ts';

const fence = '```';
const markdown = `
${fence}sh
npm install -D one @scope/two@3 three@4   # and why
${fence}
${fence}ts
import { join } from 'node:path';
import { a } from '@scope/two/deep';
import type { b } from 'four';
import { c } from './five.ts';
const six = await import('six');
${fence}
`;

it('reads packages from install lines without versions, and from imports without paths', () => {
  expect(namedPackages(markdown)).toEqual({
    installed: ['one', '@scope/two', 'three'],
    imported: ['@scope/two', 'four', 'six'],
  });
});

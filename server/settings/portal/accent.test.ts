import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, shadesOf } from './accent.ts';

const tokens = readFileSync('src/css/tokens.css', 'utf8').split('html[data-theme="dark"]');
const papersOf = (css = '') => [...css.matchAll(/--paper(?:-\w+)?: (#\w{6})/g)].map(([, colour = '']) => colour);

test('the contrast is that of WCAG', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});

test('any accent is legible on every paper of both schemes, and so is what stands on it', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte), (bytes) => {
      const accent = `#${bytes.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
      for (const [scheme, css] of [
        ['light', tokens[0]],
        ['dark', tokens[1]],
      ] as const) {
        const shade = shadesOf(accent)[scheme];
        assert.equal(papersOf(css).length, 3);
        for (const colour of [shade.accent, shade.strong])
          for (const paper of [...papersOf(css), shade.on])
            assert.ok(contrast(colour, paper) >= 4.5, `${accent} as ${colour} on ${paper}, ${scheme}`);
        assert.ok(contrast(shade.accent, shade.wash) >= 4.5, `${accent} on its wash ${shade.wash}, ${scheme}`);
      }
    }),
  );
});

test('an accent that is legible stays as it is', () => {
  assert.equal(shadesOf('#0A6B5C').light.accent, '#0a6b5c');
  assert.equal(shadesOf('#56c7ad').dark.accent, '#56c7ad');
});

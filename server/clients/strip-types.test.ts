import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRuntimeFiles } from './runtime-files.ts';
import { stripTypes } from './strip-types.ts';

test('types leave no blanks behind, and no comments that described them', () => {
  const typescript = `import type { A } from './a.ts';
import { type B, b } from './b.ts';

/** What a type is. */
interface C {
  /** Inside. */
  d: string;
}

/** What a function does. */
export function e<T>(f: Map<string, T>, g?: B): A | undefined {
  const h: A[] = [b(f as unknown as C, g)];
  return h satisfies A[] ? \`\${g}  two blanks\` : undefined;
}
`;
  assert.equal(
    stripTypes(typescript),
    `import { b } from './b.js';

/** What a function does. */
export function e(f, g) {
  const h = [b(f, g)];
  return h ? \`\${g}  two blanks\` : undefined;
}
`,
  );
});

test('the files of the runtime import nothing from outside their folder', () => {
  for (const [path, text] of readRuntimeFiles())
    for (const [, from = ''] of text.matchAll(/from '([^']+)'/g)) assert.match(from, /^\.\/[a-z-]+\.js$/, path);
});

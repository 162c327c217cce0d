import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isSameSecret } from './is-same-secret.ts';

/** Last words of names that hold a secret or a value derived from one. */
const secretWord = '(?:secret|digest|signature|hmac|password|pepper|token|credential|apiKey)';

/** A secret on either side of a comparison, search or sort; `undefined`, `null`, lengths and types reveal nothing of one. */
const comparisons = [
  new RegExp(`${secretWord}\\)?\\s*[!=]==?(?!=|\\s*(?:undefined|null|'string'|''))`, 'i'),
  new RegExp(`[!=]==?\\s*(?:\\w+\\.)*\\w*${secretWord}\\b(?!\\.length|\\()`, 'i'),
  new RegExp(`${secretWord}\\.(?:equals|localeCompare|compare)\\(`, 'i'),
  new RegExp(`(?:\\bcompare|\\.equals|\\.includes|\\.indexOf|\\.startsWith)\\((?:\\w+\\.)*\\w*${secretWord}\\)`, 'i'),
];

const sources = globSync('server/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts') && !path.startsWith('server/testing/'))
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n') }));

/** The lines that compare a secret directly. */
function comparing(lines: string[]): string[] {
  return lines.filter(
    (line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && comparisons.some((comparison) => comparison.test(line)),
  );
}

test('texts are compared correctly, whatever their lengths', () => {
  assert.equal(isSameSecret('cs_one', 'cs_one'), true);
  for (const [one, other] of [
    ['cs_one', 'cs_onf'],
    ['cs_one', 'cs_one '],
    ['cs_one', ''],
    ['', 'cs_one'],
    ['é', 'e\u0301'],
  ] as const)
    assert.equal(isSameSecret(one, other), false, `${one} ${other}`);
});

test('secrets are compared only there, so that no comparison stops at the first wrong character', () => {
  assert.ok(sources.length > 300, 'the search covers the code');
  const wrong = sources.flatMap(({ path, lines }) => comparing(lines).map((line) => `${path}: ${line.trim()}`));
  assert.deepEqual(wrong, [], 'Compare with isSameSecret (server/identity/is-same-secret.ts).');
});

test('no other module compares bytes in constant time', () => {
  const users = sources.filter(({ lines }) => lines.some((line) => line.includes('timingSafeEqual')));
  assert.deepEqual(
    users.map(({ path }) => path),
    ['server/identity/is-same-secret.ts'],
  );
});

test('the search finds what it looks for', () => {
  const caught = [
    'if (secret === given) return client;',
    'return row.digest == digestOf(peppers, version, secret);',
    'return given !== client.secret;',
    'if (!expected.includes(signature)) return invalid;',
    'return Buffer.compare(digest, other) === 0 || left.equals(password);',
  ];
  for (const line of caught) assert.deepEqual(comparing([line]), [line]);
  const free = [
    'if (secret === undefined) return undefined;',
    "if (typeof token !== 'string') return 'missing';",
    'if (error.code === wrong.length) return;',
  ];
  assert.deepEqual(comparing(free), []);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findKeyEnvironment, keyPattern, makeKey } from './key-format.ts';

describe('a key', () => {
  test('has 64 characters and names its environment', () => {
    for (const environment of ['test', 'live'] as const) {
      const key = makeKey(environment);
      assert.match(key, new RegExp(`^sk_${environment}_[0-9A-Za-z]{56}$`));
      assert.equal(key.length, 64);
      assert.equal(findKeyEnvironment(key), environment);
    }
  });

  test('is never the same twice', () => {
    assert.equal(new Set(Array.from({ length: 200 }, () => makeKey('test'))).size, 200);
  });

  test('with one mistyped character is detected, wherever it is', () => {
    const key = makeKey('test');
    for (let place = 0; place < key.length; place++) {
      const wrong = key[place] === 'a' ? 'b' : 'a';
      assert.equal(findKeyEnvironment(key.slice(0, place) + wrong + key.slice(place + 1)), undefined, `place ${place}`);
    }
  });

  test('with two adjacent characters swapped is detected', () => {
    const key = makeKey('test');
    for (let place = 8; place < key.length - 1; place++) {
      if (key[place] === key[place + 1]) continue;
      const exchanged = key.slice(0, place) + key[place + 1] + key[place] + key.slice(place + 2);
      assert.equal(findKeyEnvironment(exchanged), undefined, `place ${place}`);
    }
  });

  test('truncated, extended or with spaces around it is invalid', () => {
    const key = makeKey('test');
    for (const text of ['', key.slice(0, -1), `${key}0`, ` ${key}`, `${key}\n`, key.toUpperCase()])
      assert.equal(findKeyEnvironment(text), undefined);
  });
});

describe('the expression for secret scanners', () => {
  test('finds keys of both kinds in other text, and nothing else', () => {
    const [one, other] = [makeKey('test'), makeKey('live')];
    const text = `KEY="${one}"\nurl=https://x.example/?k=${other}&y=1\nsk_test_short sk_live_${'a'.repeat(57)}`;
    assert.deepEqual(text.match(new RegExp(keyPattern, 'g')), [one, other]);
  });

  test('is in the document and in the guide of each language', () => {
    const guide = 'docusaurus-plugin-content-docs/current/authentication.mdx';
    for (const file of [
      'specs/platform/openapi.yaml',
      'specs/platform/overlay.en.yaml',
      'specs/platform/overlay.es.yaml',
      'docs/authentication.mdx',
      `i18n/en/${guide}`,
      `i18n/es/${guide}`,
    ])
      assert.ok(readFileSync(file, 'utf8').includes(`\`${keyPattern}\``), file);
  });
});

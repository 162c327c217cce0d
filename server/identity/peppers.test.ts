import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../testing/test-specs.ts';
import { digestOf, findPeppers, makePeppers, parsePeppers } from './peppers.ts';

const secret = () => randomBytes(32).toString('base64');

describe('the peppers under which keys are hashed', () => {
  test('are created once, in a file that only its owner may read', () => {
    const file = join(temporaryFolder(), 'data', 'key-peppers');
    const made = makePeppers(file);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match(readFileSync(file, 'utf8'), /^1:[A-Za-z0-9+/]{43}=\n$/);
    assert.deepEqual(findPeppers(undefined, file), made);
    assert.deepEqual(makePeppers(file), made, 'and another process uses those of the first');
  });

  test('come from the setting where there is one, else from the file', () => {
    const file = join(temporaryFolder(), 'key-peppers');
    const { current, byVersion } = parsePeppers(`1:${secret()},3:${secret()},2:${secret()}`);
    assert.equal(current, 3);
    assert.deepEqual([...byVersion.keys()], [1, 3, 2]);
    const setting = `1:${secret()}`;
    const made = makePeppers(file);
    assert.deepEqual(findPeppers(setting, file), parsePeppers(setting));
    assert.deepEqual(findPeppers('', file), made, 'an empty setting counts as unset');
  });

  test('are not found where there is neither', () => {
    assert.equal(findPeppers(undefined, join(temporaryFolder(), 'key-peppers')), undefined);
  });

  test('a setting that is too short or malformed is refused with the expected form', () => {
    for (const setting of [
      'secret',
      '1:c2hvcnQ=',
      `one:${secret()}`,
      `:${secret()}`,
      `0:${secret()}`,
      `1:${secret()},2`,
    ]) {
      assert.throws(() => parsePeppers(setting), /KEY_PEPPERS must be like/);
    }
  });

  test('produce a different digest for each version and key', () => {
    const peppers = parsePeppers(`1:${secret()},2:${secret()}`);
    const digests = [digestOf(peppers, 1, 'a'), digestOf(peppers, 2, 'a'), digestOf(peppers, 2, 'b')];
    assert.equal(new Set(digests).size, 3);
    assert.throws(() => digestOf(peppers, 3, 'a'), /no pepper of version 3/);
  });
});

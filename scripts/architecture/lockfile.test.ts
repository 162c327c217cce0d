import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../run-child.mjs';

interface Entry {
  integrity?: string;
  link?: boolean;
  resolved?: string;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>;
};
const entries = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);

test('each package of the lockfile has its integrity, whatever machine it is for', () => {
  const without = entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
  assert.deepEqual(
    without.map(([path]) => path),
    [],
    'take it from `npm view <package>@<version> dist.integrity`',
  );
});

test('the lockfile names no address', () => {
  const resolved = entries.filter((entry) => entry[1].resolved !== undefined);
  assert.deepEqual(
    resolved.map(([path]) => path),
    [],
  );
});

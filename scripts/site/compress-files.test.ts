import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import { compressFiles } from './compress-files.ts';

test('a file gets a compressed copy if that saves a packet', async () => {
  const folder = temporaryFolder();
  const page = '<p>One page of many</p>'.repeat(100);
  for (const [name, content] of [
    ['page.html', page],
    ['small.html', '<p>One page</p>'],
    ['random.json', randomBytes(4000)],
    ['photo.png', page],
  ] as const)
    writeFileSync(join(folder, name), content);
  await compressFiles(folder);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.br')),
    ['page.html.br'],
  );
  assert.equal(brotliDecompressSync(readFileSync(join(folder, 'page.html.br'))).toString(), page);
});

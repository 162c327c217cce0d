import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeInlineHashes } from './inline-hashes.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('each inline script and style attribute of all pages is hashed once, whatever its quotes', () => {
  const site = mkdtempSync(join(tmpdir(), 'cais-inline-'));
  mkdirSync(join(site, 'en'));
  writeFileSync(
    join(site, 'a.html'),
    '<script>one()\nmore()</script><script src="x.js"></script><p style="color:red">',
  );
  writeFileSync(
    join(site, 'en/b.html'),
    "<script data-x=1>one()\nmore()</script><script>two()</script><p class=x style=color:blue><i style='top:0'>",
  );
  const file = join(site, 'hashes.json');
  writeInlineHashes(site, file);
  const { scripts, styles } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(site, { recursive: true });
  assert.deepEqual(scripts.sort(), [hashOf('one()\nmore()'), hashOf('two()')].sort());
  assert.deepEqual(styles.sort(), [hashOf('color:red'), hashOf('color:blue'), hashOf('top:0')].sort());
});

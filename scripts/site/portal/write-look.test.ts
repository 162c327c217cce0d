import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import { temporaryFolder } from '../../../server/testing/test-specs.ts';
import { lookFile, madeFiles, writeLook } from './write-look.ts';

function look(portal: Partial<Portal>): { css: string; icon: string; told: string[] } {
  const folder = temporaryFolder();
  const told: string[] = [];
  writeLook(folder, '/portal', { name: 'Trens', languages: ['pt-BR'], ...portal }, (line) => told.push(line));
  const icon = join(madeFiles(folder), 'favicon.svg');
  return {
    css: readFileSync(lookFile(folder), 'utf8'),
    icon: existsSync(icon) ? readFileSync(icon, 'utf8') : '',
    told,
  };
}

test('a portal without wishes keeps the usual look, and its icon is the first letter of its name', () => {
  const { css, icon, told } = look({});
  assert.equal(css.trim(), '');
  assert.match(icon, />T<\/text>/);
  assert.deepEqual(told, []);
  assert.equal(look({ favicon: 'x.svg' }).icon, '');
});

test('an accent that is hard to read is told, with the shade that the pages take', () => {
  const { css, told } = look({ accent: '#ffb020' });
  assert.match(css, /^:root \{ --sea: #8f6312; /);
  assert.match(css, /html\[data-theme="dark"\] \{ --sea: #ffb020; /);
  assert.deepEqual(told, ['  accent #ffb020 has a contrast of 1.8:1 on light pages: they take #8f6312']);
});

test('a font has a fallback, and comes from the portal’s own files', () => {
  const { css } = look({ fonts: { text: { family: 'Inter', file: 'fonts/inter.woff2' }, code: { family: 'Menlo' } } });
  assert.match(css, /@font-face \{ font-family: "Inter"; [^}]*url\("\/portal\/static\/fonts\/inter\.woff2"\)/);
  assert.match(css, /--font-text: "Inter", system-ui, sans-serif/);
  assert.match(css, /--font-code: "Menlo", ui-monospace, monospace/);
});

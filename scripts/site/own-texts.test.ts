import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { textsOf } from './own-texts.ts';

test('a source file gets the texts it refers to, in any syntax, and no others', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'cais-texts-')), 'code.json');
  writeFileSync(
    file,
    JSON.stringify({
      'home.title': { message: 'Home' },
      'home.next-step': { message: 'Next “step”' },
      'keys.title': { message: 'Keys' },
    }),
  );
  const source = `<Translate id="home.title">Início</Translate>; translate({ id: 'home.next-step', message: 'Passo' }); <p id="x" />`;
  assert.deepEqual(textsOf(source, file), { 'home.title': 'Home', 'home.next-step': 'Next “step”' });
  assert.deepEqual(textsOf('export const id = 1;', file), {});
});

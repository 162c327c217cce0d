import assert from 'node:assert/strict';
import { it } from 'node:test';
import { safeNext } from './safe-next.ts';

const origin = 'https://portal.example';
const nextOf = (next: string) => safeNext(`?next=${encodeURIComponent(next)}`, origin);

it('accepts a page of the portal', () => {
  for (const page of ['/workspace', '/en/members', '/reference/notas?x=1#top']) assert.equal(nextOf(page), page);
});

it('rejects addresses of other sites', () => {
  const others = ['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example'];
  for (const other of [...others, '/\n/evil.example', 'javascript:alert(1)', 'evil', '', ' /workspace', '/a\\b'])
    assert.equal(nextOf(other), undefined, JSON.stringify(other));
  assert.equal(safeNext('', origin), undefined);
});

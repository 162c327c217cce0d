import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Catalogue, checkMessages, messageFaults } from './check-messages.ts';
import { hasInlineTexts, usesIn } from './find-uses.ts';

const code = `
say('keys.unknown');
say('records.taken', { field, value: show(value) });
say(\`refusals.\${code}\`);
const table: MessageKey[] = ['xml.dtd'];
`;
const en: Catalogue = {
  'keys.unknown': 'This key does not exist.',
  'records.taken': '{field} is {value} elsewhere.',
  'refusals.gone': 'Gone',
  'xml.dtd': 'No DTDs',
};
const es: Catalogue = {
  'keys.unknown': 'Esta clave no existe.',
  'records.taken': 'Otro registro ya tiene {field} {value}.',
  'refusals.gone': 'Retirada',
  'xml.dtd': 'Sin DTD',
};

function faultsOf(changes: { en?: Catalogue; es?: Catalogue; code?: string }): string[] {
  const without = (catalogue: Catalogue) =>
    Object.fromEntries(Object.entries(catalogue).filter(([, message]) => message !== undefined));
  const catalogues = new Map([
    ['en', without({ ...en, ...changes.en })],
    ['es', without({ ...es, ...changes.es })],
  ]);
  return messageFaults(catalogues, usesIn('server/a.ts', changes.code ?? code));
}

test('every message exists in every language, is said somewhere, and has the same places', () => {
  assert.deepEqual(checkMessages(), []);
  assert.deepEqual(faultsOf({}), []);
});

test('a text that stands in the code is found', () => {
  assert.ok(hasInlineTexts("new Refusal('gone', { en: `Gone`, pt: 'Foi' })"));
  assert.ok(!hasInlineTexts("say('keys.unknown'); const texts = { en, pt };"));
});

const nothing = undefined as unknown as string;
for (const [what, changes, fault] of [
  ['a language lacks it', { es: { 'keys.unknown': nothing } }, /^keys\.unknown \(.*\) has no text in i18n\/es/],
  ['a language has one more', { es: { 'keys.lost': 'Perdida' } }, /^keys\.lost is in i18n\/es.*nothing says it/],
  ['a place is lost', { es: { 'records.taken': 'Ya existe {field}.' } }, /^records\.taken has other \{places\}/],
  ['nothing says it', { code: code.replace("say('keys.unknown');", '') }, /^keys\.unknown is in .*nothing says it/],
  ['a value is not given', { code: code.replace(', value: show(value)', '') }, /a\.ts:3 says .* without its \{value\}/],
  ['a plural has no usual form', { es: { 'xml.dtd': { one: 'Sin DTD' } } }, /^xml\.dtd .* lacks "other"/],
] satisfies [string, Parameters<typeof faultsOf>[0], RegExp][])
  test(`a message is told when ${what}`, () => {
    const faults = faultsOf(changes);
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0] ?? '', fault);
  });

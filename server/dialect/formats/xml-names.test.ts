import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXml } from './read-xml.ts';
import { decodeName, encodeName } from './xml-names.ts';

test('every property name becomes a valid XML name', () => {
  const characters = Array.from({ length: 0x1ffff }, (_, at) => String.fromCodePoint(at + 1));
  const wellFormed = characters.filter((character) => character.isWellFormed());
  for (let from = 0; from < wellFormed.length; from += 4_000) {
    const some = wellFormed.slice(from, from + 4_000);
    const names = [...some, `a${some.join('')}`];
    const { root } = readXml(`<all>${names.map((name) => `<${encodeName(name)}/>`).join('')}</all>`);
    assert.deepEqual(
      root.children.map(({ name }) => decodeName(name)),
      names,
    );
  }
});

test('characters that XML does not allow in a name, or at its start, are escaped', () => {
  for (const [name, written] of [
    ['nº', 'n_x00BA_'],
    ['m²', 'm_x00B2_'],
    ['1ª', '_x0031__x00AA_'],
    ['açaí', 'açaí'],
    ['ano2', 'ano2'],
  ] as const)
    assert.equal(encodeName(name), written);
});

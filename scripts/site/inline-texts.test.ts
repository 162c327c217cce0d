import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlineTexts } from './inline-texts.ts';

const texts: Record<string, string> = { a: 'It’s “a”', b: 'See {link}', c: 'C' };
const inline = (source: string) => inlineTexts(source, (id) => texts[id]).replaceAll(/ {2,}/g, ' ');

test('a text stands where it is shown, without its id', () => {
  assert.equal(inline(`translate({ id: 'a', message: 'É um \\'a\\'' })`), `translate({ message: "It’s “a”" })`);
  assert.equal(
    inline(`translate({ id: 'b', message: 'Veja {link}' }, { link })`),
    `translate({ message: "See {link}" }, { link })`,
  );
  assert.equal(inline('<Translate id="c">Cê</Translate>'), '<Translate>{"C"}</Translate>');
  assert.equal(
    inline(`<Translate id="b" values={{ link: <a href="/x">{(x) => x}</a> }}>{'Veja {link}'}</Translate>`),
    `<Translate values={{ link: <a href="/x">{(x) => x}</a> }}>{"See {link}"}</Translate>`,
  );
});

test('lines stay where they are', () => {
  for (const source of [
    `translate({\n  id: 'a',\n  message:\n    'Um texto',\n})`,
    '<Translate id="c">\n  Um texto de\n  duas linhas.\n</Translate>',
    `<Translate\n  id="b"\n  values={{ link }}\n>\n  {\n    'Veja {link}'\n  }\n</Translate>`,
  ]) {
    const inlined = inline(`${source}x`);
    assert.equal(inlined.split('\n').length, source.split('\n').length, inlined);
    assert.doesNotMatch(inlined, /id[:=]/);
  }
});

test('what has no text, or another form, stays as it is', () => {
  for (const source of [
    `translate({ id: 'z', message: 'Zê' })`,
    '<Translate id="z">Zê</Translate>',
    `<Field id="a" label="a" />`,
    `translate({ id: isNew ? 'a' : 'c', message })`,
  ])
    assert.equal(inline(source), source);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { tokenize } from './tokenize.ts';

const samples: [language: string, code: string, expected: Record<string, string[]>][] = [
  [
    'json',
    '{"name": "Café \\"x\\"", "n": -1.5, "ok": true}',
    { property: ['"name"', '"n"', '"ok"'], string: ['"Café \\"x\\""'], number: ['-1.5'], keyword: ['true'] },
  ],
  [
    'shell',
    "curl -u 'key:x' \\\n  --data '{\n \"a\": 1}' # end",
    { keyword: ['curl'], property: ['-u', '--data'], string: ["'key:x'", '\'{\n "a": 1}\''], comment: ['# end'] },
  ],
  ['javascript', 'const a = `x\n{1}`; // "no"', { keyword: ['const'], string: ['`x\n{1}`'], comment: ['// "no"'] }],
  ['javascript', "fetch('https://cais.example/a')", { string: ["'https://cais.example/a'"] }],
  ['csharp', 'var a = """\n{"b": 1}\n""";', { keyword: ['var'], string: ['"""\n{"b": 1}\n"""'] }],
  ['go', 'payload := `{\n"a": 1}`', { string: ['`{\n"a": 1}`'] }],
  ['xml', '<a b="c">1</a><!-- "d" -->', { property: ['b'], string: ['"c"'], comment: ['<!-- "d" -->'] }],
];

for (const [language, code, expected] of samples) {
  test(`${language}: ${JSON.stringify(code)} loses no text and is highlighted`, () => {
    const tokens = tokenize(code, language);
    assert.equal(tokens.map((token) => token.text).join(''), code);
    for (const [kind, texts] of Object.entries(expected)) {
      assert.deepEqual(
        tokens.filter((token) => token.kind === kind).map((token) => token.text),
        texts,
      );
    }
  });
}

test('an unknown language is not highlighted', () => {
  assert.deepEqual(tokenize('a "b"', 'klingon'), [{ text: 'a "b"' }]);
});

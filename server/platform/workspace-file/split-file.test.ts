import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitFile } from './split-file.ts';

describe('Splitting a file at its records', () => {
  /** The outline and the records as they are parsed, and how often the work was interrupted. */
  function split(text: string, most = 1000) {
    const bytes = Buffer.from(text);
    const work = splitFile(bytes, most);
    let pauses = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) pauses++;
    const { outline, records } = step.value;
    const texts = records.map(({ api, start, end }) => ({ api, text: bytes.toString('utf8', start, end) }));
    return { outline: outline.toString('utf8'), texts, pauses };
  }

  test('whatever a file holds and however it is laid out, its parts are those that a parser finds', () => {
    const file = fc.record({
      note: fc.json(),
      apis: fc.array(
        fc.record({
          api: fc.string(),
          records: fc.array(fc.jsonValue()),
          more: fc.record({ records: fc.array(fc.jsonValue()) }),
        }),
      ),
      records: fc.array(fc.jsonValue()),
    });
    fc.assert(
      fc.property(file, fc.nat(3), (value, indent) => {
        const { outline, texts } = split(JSON.stringify(value, undefined, indent));
        const apis = value.apis.map((api) => ({ ...api, records: [] }));
        assert.deepEqual(JSON.parse(outline), JSON.parse(JSON.stringify({ ...value, apis })));
        const found = texts.map(({ api, text }) => [api, JSON.parse(text)]);
        const expected = value.apis.flatMap(({ records }, api) => records.map((record) => [api, record]));
        assert.deepEqual(found, JSON.parse(JSON.stringify(expected)));
      }),
    );
  });

  test('names are found however they are written, and a missing value is left for the parser to refuse', () => {
    const { texts } = split('{"\\u0061pis":[{"recor\\u0064s":[{"a":"]},\\""} , 2]}]}');
    assert.deepEqual(
      texts.map(({ text }) => text.trim()),
      ['{"a":"]},\\""}', '2'],
    );
    assert.deepEqual(
      split('{"apis":[{"records":[1,]}]}').texts.map(({ text }) => text),
      ['1', ''],
    );
  });

  test('texts without an end, very deep ones and very many records end the work early', () => {
    for (const text of [
      '{"apis":[{"records":["',
      '{"apis":[{"records":[{"a":"\\',
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
    ])
      assert.ok(split(text).texts.length <= 1);
    assert.equal(split(`{"apis":[{"records":[${'1,'.repeat(5000)}1]}]}`, 10).texts.length, 11);
  });

  test('long work is interrupted often', () => {
    const records = Array.from({ length: 20_000 }, (_, id) => ({ store: 'customers', id: String(id), body: {} }));
    assert.ok(split(JSON.stringify({ apis: [{ api: 'notas', records }] }), 100_000).pauses > 10);
  });
});

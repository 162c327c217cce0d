import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createFaultBook } from '../openapi/isolation/fault-book.ts';
import { loadApi } from '../openapi/load-api.ts';
import { serveDocument } from '../sandbox/serve-api.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { writeCollection } from './write-collection.ts';

/** Records that lead to each other, each with a list and an item. */
function largeDocument(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `thing${index}`);
  const properties = (own: number) =>
    Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => {
        const other = { $ref: `#/components/schemas/thing${(own * 7 + at) % count}` };
        return [`field${at}`, { anyOf: [{ type: 'string', maxLength: 20 }, other] }];
      }),
    );
  const answer = (schema: object) => ({
    responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
  });
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    paths: Object.fromEntries(
      names.flatMap((name) => {
        const ref = { $ref: `#/components/schemas/${name}` };
        const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
        return [
          [`/${name}s`, { get: answer({ type: 'array', items: ref }) }],
          [`/${name}s/{id}`, { parameters: [id], get: answer(ref) }],
        ];
      }),
    ),
    components: {
      schemas: Object.fromEntries(
        names.map((name, index) => [
          name,
          { type: 'object', properties: { id: { type: 'string' }, ...properties(index) } },
        ]),
      ),
    },
  });
}

test('while the collection of a large API is written, other callers get their turn', async () => {
  const api = await serveDocument(await loadApi(writeSpec(largeDocument(60))));
  let [turns, isWritten] = [0, false];
  const others = (async () => {
    for (; !isWritten; turns++) await nextTurn();
  })();
  const text = await writeCollection(api, 'https://portal.example', createFaultBook());
  isWritten = true;
  await others;
  assert.equal(text.split('"request"').length - 1, 120);
  assert.ok(turns > 10, `${turns} turns`);
});

test('the tests of a collection read as JSON what is JSON', async () => {
  const note = { type: 'object', properties: { id: { type: 'string' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Kinds', version: '1' },
    paths: Object.fromEntries(
      ['application/x-ndjson', 'application/xml', 'application/json', 'application/vnd.x+json'].map((type, at) => {
        const answer = (schema: object) => ({
          responses: { 200: { description: 'ok', content: { [type]: { schema } } } },
        });
        return [`/kind${at}`, { get: answer({ type: 'array', items: note }), post: answer(note) }];
      }),
    ),
  };
  const api = await serveDocument(await loadApi(writeSpec(JSON.stringify(document))));
  const { item } = JSON.parse(await writeCollection(api, 'https://portal.example', createFaultBook()));
  const requests = item.flatMap((folder: { item?: unknown[] }) => folder.item ?? [folder]);
  const reading = requests
    .filter(({ event }: { event: unknown }) => JSON.stringify(event).includes('pm.response.json()'))
    .map(({ request }: { request: { url: { raw: string } } }) => request.url.raw.replace('{{baseUrl}}', ''));
  assert.deepEqual([...new Set(reading)].sort(), ['/kind2', '/kind3']);
});

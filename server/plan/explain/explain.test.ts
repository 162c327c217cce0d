import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveApi } from '../../sandbox/serve-api.ts';
import { rememberedDocument } from '../../testing/remembered-document.ts';
import { writeSpec } from '../../testing/test-specs.ts';
import { explainApi } from './explain-api.ts';
import type { Explanation } from './explanation.ts';

const ours = ['notas', 'gestor', 'recebiveis', 'crm'].map((slug) => `specs/${slug}`);
const explain = async (folder: string) => explainApi(await serveApi(folder));
const operation = ({ operations }: Explanation, id: string) => {
  const found = operations.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};
const fact = ({ facts }: { facts: Explanation['operations'][number]['facts'] }, name: string) =>
  facts.find((each) => each.name.en === name)?.text;

describe('the explanation of an API', () => {
  test('has every line in every language, and a reason for every operation', async () => {
    for (const folder of [...ours, 'e2e/specs/biblioteca']) {
      const { conventions, stores, operations } = await explain(folder);
      assert.ok(stores.length > 0 && operations.length > 0, folder);
      const texts = [
        ...conventions.map(({ text }) => text),
        ...[...stores, ...operations].flatMap(({ facts }) => facts.flatMap(({ name, text }) => [name, text])),
        ...operations.flatMap(({ why, hints }) => [...why, ...hints]),
      ];
      for (const { en, pt, es } of texts)
        assert.ok(en && pt && es && !/undefined|\[object/.test(en + pt + es), `${folder}: ${en} / ${pt} / ${es}`);
      for (const { id, why } of operations) assert.ok(why.length > 0, `${folder} ${id}`);
    }
  });

  test('says why each shape of an operation is remembered, in every language', async () => {
    const { operations } = await explain(writeSpec(rememberedDocument));
    const of = (method: string, path: string) =>
      operations.find((each) => each.method === method && each.path === path);
    for (const [method, path, role, why] of [
      ['DELETE', '/things/{id}/policy', 'removes the single record', /single record/],
      ['POST', '/things/bulk', 'writes several records', /"things" is a list of records/],
      ['DELETE', '/things/bulk', 'removes several records', /"ids" is a list/],
      ['DELETE', '/things', 'removes several records', /so it removes all/],
      ['PUT', '/things', 'replaces a record', /"id" names the record/],
      ['GET', '/things/count', 'counts records', /counts the records of \/things/],
      ['GET', '/first-thing', 'reads a record', /schema of the records of the store "things"/],
      ['GET', '/standings/{season}', 'lists records', /a list for each value of its parameter/],
      ['POST', '/CreateDataset', 'creates a record', /the word "create"/],
      ['GET', '/articles', 'lists records', /what its path means/],
    ] as const) {
      const explained = of(method, path);
      assert.ok(explained, path);
      assert.equal(fact(explained, 'role')?.en, role, path);
      assert.ok(
        explained.why.some(({ en }) => why.test(en)),
        `${path}: ${explained.why.map(({ en }) => en).join('; ')}`,
      );
      for (const { en, pt, es } of explained.why) assert.ok(en !== pt && pt !== es, en);
    }
  });

  test('lists role, store, id, parents and pages of each operation', async () => {
    const listed = operation(await explain('specs/notas'), 'listServiceInvoices');
    assert.deepEqual([fact(listed, 'role')?.en, fact(listed, 'role')?.pt], ['lists records', 'lista registros']);
    assert.equal(fact(listed, 'store')?.en, 'serviceinvoices');
    assert.equal(fact(listed, 'below')?.en, '{company_id} companies');
    const pages = 'número da página (page, per_page), ou deslocamento (offset, limit), e um cabeçalho Link';
    assert.equal(fact(listed, 'pages')?.pt, pages);
  });

  test('distinguishes what the profile sets from defaults', async () => {
    const { conventions } = await explain('specs/notas');
    const said = (property: string) => conventions.find((each) => each.property === property);
    assert.deepEqual([said('idempotency')?.isSaid, said('versions')?.isSaid], [true, false]);
    assert.match(said('errors')?.text.en ?? '', /application\/json: \{errors\}/);
  });

  test('lists lifecycles with their magic values', async () => {
    const { stores } = await explain('specs/notas');
    const invoices = stores.find(({ store }) => store === 'serviceinvoices');
    assert.ok(invoices);
    assert.match(fact(invoices, 'magic values')?.pt ?? '', /^description que começa com REJECT… → rejected/);
    assert.match(fact(invoices, 'lifecycle')?.en ?? '', /processing → waiting \(5 s\)/);
  });

  test('has no hints for the profiles of this project', async () => {
    for (const folder of ours) {
      const { operations } = await explain(folder);
      assert.deepEqual(
        operations.flatMap(({ id, hints }) => hints.map(({ en }) => `${id}: ${en}`)),
        [],
        folder,
      );
    }
  });

  test('gives hints until the profile settles them', async () => {
    const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get:
      operationId: listVisits
      parameters: [{name: near, in: query, schema: {type: string}}, {name: name, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}, name: {type: string}}}}}}}}
  /visits/{id}:
    get:
      operationId: getVisit
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}, name: {type: string}}}}}}}
  /route:
    post:
      operationId: planRoute
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {length: {type: number}}}}}}}
`;
    const bare = await explain(writeSpec(document));
    const hints = (explanation: Explanation, id: string) =>
      operation(explanation, id)
        .hints.map(({ en }) => en)
        .join(' ');
    assert.match(hints(bare, 'listVisits'), /No parameter asks for a page.*These parameters are ignored: near\./);
    assert.match(hints(bare, 'planRoute'), /write a handler in `handlers\.planRoute`/);
    assert.equal(hints(bare, 'getVisit'), '');
    const profile = 'export const profile = { handlers: { planRoute: async () => ({ status: 200 }) } };';
    const handled = operation(await explain(writeSpec(document, { 'sandbox.ts': profile })), 'planRoute');
    assert.deepEqual([handled.hints, fact(handled, 'handler')?.en], [[], 'runs its handler']);
  });
});

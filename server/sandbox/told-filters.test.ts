import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const plan = '{$ref: "#/components/schemas/Plan"}';
const document = (about: string) => `openapi: 3.1.0
info:
  title: Plans
  version: "1"
  description: |
    Collections are searchable by fields.
    ${about}
paths:
  /plans:
    get: {${ok(`{type: object, properties: {data: {type: array, items: ${plan}}, results: {type: integer}}}`)}}
    post: {requestBody: {content: {application/json: {schema: ${plan}}}}, ${ok(plan)}}
  /plans/{id}: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], get: {${ok(plan)}}}
components:
  schemas:
    Plan: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}, kind: {type: string}, cores: {type: integer}, tags: {type: array, items: {type: string}}}}
`;

describeOnDatabases('a filter in JSON, which only the text of a document shows', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const shown = document(`curl "https://api.example.com/plans" -H 'X-Filter: { "kind": "small" }'`);
    const silent = document('Filters are documented elsewhere.');
    const specs = writeSpecs({
      told: { 'openapi.yaml': shown, 'seed.yaml': '' },
      silent: { 'openapi.yaml': silent, 'seed.yaml': '' },
    });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
    for (const api of ['told', 'silent'])
      for (const [kind, cores] of [
        ['small', 1],
        ['small', 2],
        ['large', 8],
        ['huge', 16],
      ] as const)
        await portal.call(`POST /sandbox/${api}/plans`, { key, body: { kind, cores, tags: [`t${cores}`] } });
  });
  after(() => portal.close());

  const ask = (filter: unknown, api = 'told') => {
    const text = typeof filter === 'string' ? filter : JSON.stringify(filter);
    return portal.call(`GET /sandbox/${api}/plans`, { key, headers: { 'x-filter': text } });
  };
  const cores = async (filter: unknown, api?: string) =>
    (await ask(filter, api)).body.data.map((each: { cores: number }) => each.cores);

  test('is obeyed, with its operators and its order', async () => {
    assert.deepEqual(await cores({ kind: 'small' }), [1, 2]);
    assert.deepEqual(await cores({ kind: 'small', cores: 2 }), [2]);
    assert.deepEqual(await cores({ tags: 't8' }), [8]);
    assert.deepEqual(await cores({ '+or': [{ kind: 'huge' }, { cores: { '+lt': 2 } }] }), [1, 16]);
    assert.deepEqual(await cores({ cores: { '+gte': 2, '+lte': 8 } }), [2, 8]);
    assert.deepEqual(await cores({ kind: { '+neq': 'small' } }), [8, 16]);
    assert.deepEqual(await cores({ kind: { '+contains': 'a' }, '+order_by': 'cores', '+order': 'desc' }), [8, 2, 1]);
    assert.deepEqual(await cores({}), [1, 2, 8, 16]);
    assert.equal((await ask({ kind: 'small' })).body.results, 2);
  });

  test('is refused where it cannot be read or names what is not there', async () => {
    const deep = `${'{"+and":['.repeat(20)}{}${']}'.repeat(20)}`;
    for (const wrong of ['{', '[]', { nothing: 1 }, { cores: 'many' }, { cores: { '+near': 1 } }, { '+or': 1 }, deep])
      assert.equal((await ask(wrong)).status, 422, JSON.stringify(wrong));
  });

  test('is refused where it looks for letters in a number, or for a character that no text has', async () => {
    for (const wrong of [
      { cores: { '+contains': '1' } },
      { cores: { '+contains': 1 } },
      { kind: 'a\0' },
      { tags: '\0' },
    ])
      assert.equal((await ask(wrong)).status, 422, JSON.stringify(wrong));
  });

  test('has a bounded number of comparisons, of which "is not" is one', async () => {
    const many = (count: number, one: unknown) => ({ '+or': Array.from({ length: count }, () => one) });
    assert.deepEqual(await cores(many(100, { kind: { '+neq': 'small' } })), [8, 16]);
    assert.deepEqual(await cores({ '+and': many(100, { cores: 2 })['+or'] }), [2]);
    const faults = [many(101, { cores: 2 }), many(2000, { cores: 2 }), many(2000, {}), many(2000, { cores: {} })];
    for (const wrong of faults) {
      const { status, body } = await ask(wrong);
      assert.equal(status, 400);
      assert.match(body.detail, /100/);
    }
  });

  test('means nothing where no text shows it', async () => {
    assert.deepEqual(await cores({ kind: 'small' }, 'silent'), [1, 2, 8, 16]);
  });
});

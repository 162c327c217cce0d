import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const thing = {
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' }, note: { type: 'string' } },
};
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (status: string, schema: object) => ({ [status]: { description: 'Done', ...json(schema) } });
const query = (...names: string[]) => names.map((name) => ({ name, in: 'query', schema: { type: 'integer' } }));

const things = {
  get: { parameters: query('page[size]', 'page[number]'), responses: answer('200', { type: 'array', items: thing }) },
  post: { requestBody: json({ ...thing, required: ['name'] }), responses: answer('201', thing) },
};
const one = {
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  get: { responses: answer('200', thing) },
};
const account = { type: 'object', properties: { sid: { type: 'string', pattern: '^AC[0-9]{4}$' } }, required: ['sid'] };

const documents: Record<string, object> = {
  changing: {
    '/things': things,
    '/things/{id}': { ...one, put: { requestBody: json(thing), responses: answer('200', thing) } },
  },
  replacing: {
    '/things': things,
    '/things/{id}': {
      ...one,
      put: { requestBody: json({ ...thing, required: ['name'] }), responses: answer('200', thing) },
    },
  },
  procedures: Object.fromEntries(
    ['things.list', 'things.info', 'users.list', 'users.info'].map((name) => [
      `/${name}`,
      {
        get: {
          parameters: [{ name: 'token', in: 'header', required: true, schema: { type: 'string' } }, ...query('limit')],
          responses: answer('200', { type: 'object', properties: { things: { type: 'array', items: thing } } }),
        },
      },
    ]),
  ),
  accounts: {
    '/accounts': { get: { responses: answer('200', { type: 'array', items: account }) } },
    '/accounts/{sid}': {
      parameters: [{ name: 'sid', in: 'path', required: true, schema: account.properties.sid }],
      get: { responses: answer('200', account) },
    },
    '/accounts/{sid}/things': {
      parameters: [{ name: 'sid', in: 'path', required: true, schema: account.properties.sid }],
      ...things,
    },
  },
};

describeOnDatabases('what callers are used to', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = Object.entries(documents).map(([slug, paths]) => {
      const text = JSON.stringify({
        openapi: '3.1.0',
        info: { title: slug, version: '1', description: slug === 'replacing' ? 'Keys make a POST idempotent.' : '' },
        paths,
      });
      return [slug, { 'openapi.yaml': text }] as const;
    });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${writeSpecs(Object.fromEntries(specs))}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, headers?: Record<string, string>) =>
    portal.call(request.replace(' ', ' /sandbox/'), { key, body, ...(headers && { headers }) });

  test('a PUT that asks for nothing changes what is sent; one that asks for what a record must have replaces it', async () => {
    for (const [slug, note] of [
      ['changing', 'Kept'],
      ['replacing', undefined],
    ] as const) {
      const { body: made } = await call(`POST ${slug}/things`, { name: 'One', note: 'Kept' });
      const { body } = await call(`PUT ${slug}/things/${made.id}`, { name: 'Two' });
      assert.deepEqual([body.name, body.note], ['Two', note], slug);
    }
  });

  test('a query parameter is read under another way to write its name', async () => {
    for (let count = 0; count < 3; count++) await call('POST changing/things', { name: `Thing ${count}` });
    for (const name of ['page[size]', 'page_size', 'pageSize'])
      assert.equal((await call(`GET changing/things?${name}=2`)).body.length, 2, name);
    assert.equal((await call('GET changing/things?size=2')).status, 422);
    assert.equal((await call('GET changing/things?page_size=2&page[size]=2')).status, 422);
  });

  test("a vendor's own name of JSON is taken in Accept", async () => {
    const statusOf = async (accept: string) =>
      (await call('GET changing/things', undefined, { accept, authorization: `Bearer ${key}` })).status;
    assert.equal(await statusOf('application/vnd.acme.v3+json'), 200);
    assert.equal(await statusOf('application/vnd.acme.v3+xml'), 406);
  });

  test('a creation with an Idempotency-Key is done once where the document only mentions such keys', async () => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'once' };
    const [first, second] = [1, 2].map(() => call('POST replacing/things', { name: 'Once' }, headers));
    const { body } = (await first) ?? {};
    assert.equal((await second)?.body.id ?? body.id, body.id);
    assert.equal((await call('POST replacing/things', { name: 'Once' }, headers)).body.id, body.id);
    assert.equal((await call('POST replacing/things', { name: 'Other' }, headers)).status, 422);
    const ignored = await Promise.all([1, 2].map(() => call('POST changing/things', { name: 'Twice' }, headers)));
    assert.equal(new Set(ignored.map(({ body }) => body.id)).size, 2);
  });

  test('procedures that are declared for GET are called by POST, too, with their fields in a form', async () => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' };
    const { status, body } = await call('POST procedures/things.list', 'limit=1', headers);
    assert.deepEqual([status, Array.isArray(body.things)], [200, true]);
    assert.equal((await call('POST procedures/things.list', 'limit=many', headers)).status, 422);
    assert.equal((await call('POST accounts/accounts', 'limit=1', headers)).status, 405);
  });

  test('the account that the caller signs in by is there, and no other', async () => {
    const headers = { authorization: `Basic ${btoa(`AC0007:${key}`)}` };
    const made = await call(
      'POST accounts/accounts/AC0007/things',
      { name: 'One' },
      { ...headers, 'content-type': 'application/json' },
    );
    assert.equal(made.status, 201);
    const { body } = await call('GET accounts/accounts/AC0007/things', undefined, headers);
    assert.deepEqual(
      body.map(({ id }: { id: string }) => id),
      [made.body.id],
    );
    assert.equal((await call('GET accounts/accounts/AC0007', undefined, headers)).body.sid, 'AC0007');
    assert.equal((await call('GET accounts/accounts/AC0008/things', undefined, headers)).status, 404);
  });
});

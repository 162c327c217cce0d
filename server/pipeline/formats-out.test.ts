import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isJson } from '../../wire/media-types.ts';
import { readXml, type XmlElement } from '../dialect/formats/read-xml.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { document } from '../testing/customer-formats.ts';
import { callNotas } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const json = 'application/json; charset=UTF-8';
const xml = 'application/xml; charset=UTF-8';

describeOnDatabases('Notas, row "Bodies: JSON and XML out"', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) => callNotas(portal, request, { key, ...options });
  const send = (request: string, type: string, body: string, headers = {}) =>
    call(request, { body, headers: { 'content-type': type, ...headers } });
  const accept = (request: string, value: string) => call(request, { headers: { accept: value } });

  test('Accept selects JSON or XML, by its weights, and every response says charset=UTF-8', async () => {
    for (const [value, type] of [
      ['application/json', json],
      ['*/*', json],
      ['application/*', json],
      ['application/xml', xml],
      ['text/xml', 'text/xml; charset=UTF-8'],
      ['application/json;q=0.5, application/xml', xml],
      ['application/xml;q=0.5, application/json;q=0.9', json],
      ['text/html, application/xml;q=0.9, */*;q=0.8', xml],
      ['application/json;q=0, */*', xml],
    ] as const) {
      for (const path of ['/customers', '/customers/cus_f5kznwj47tan9zt2', '/company']) {
        const { status, headers } = await accept(`GET ${path}`, value);
        assert.deepEqual([status, headers['content-type']], [200, type], `${path} ${value}`);
        assert.match(headers.vary ?? '', /\bAccept\b/, path);
      }
    }
  });

  test('XML has the same content as JSON', async () => {
    const { body: customer } = await call('GET /customers/cus_f5kznwj47tan9zt2');
    const { root } = readXml((await accept('GET /customers/cus_f5kznwj47tan9zt2', 'application/xml')).body);
    const child = (element: XmlElement, name: string) =>
      element.children.find((found) => found.name === name) as XmlElement;
    assert.equal(root.name, 'customer');
    assert.deepEqual(
      root.children.map(({ name }) => name),
      Object.keys(customer),
    );
    for (const name of ['id', 'name', 'email', 'created_at']) assert.equal(child(root, name).text, customer[name]);
    assert.deepEqual(
      child(root, 'tags').children.map(({ name, text }) => [name, text]),
      customer.tags.map((tag: string) => ['tag', tag]),
    );
    assert.equal(child(child(root, 'address'), 'city').text, customer.address.city);
    assert.deepEqual(
      child(root, 'links').children.map(({ name, attributes }) => [name, Object.fromEntries(attributes)]),
      customer.links.map((link: object) => ['link', link]),
    );

    const list = readXml((await accept('GET /customers?per_page=2', 'application/xml')).body).root;
    assert.deepEqual([list.name, ...list.children.map(({ name }) => name)], ['customers', 'customer', 'customer']);
  });

  test('an XML response can be sent back as XML', async () => {
    const read = await accept('GET /customers/cus_f5kznwj47tan9zt2', 'application/xml');
    const { body: before } = await call('GET /customers/cus_f5kznwj47tan9zt2');
    const replaced = await send('PUT /customers/cus_f5kznwj47tan9zt2', 'application/xml', read.body);
    assert.equal(replaced.status, 200, JSON.stringify(replaced.body));
    assert.deepEqual({ ...replaced.body, updated_at: before.updated_at }, before);
  });

  test('each format has its own entity tag, and a replay has the format of the first response', async () => {
    const path = 'GET /customers/cus_4mnpzx45hy43kwjr';
    const [asJson, asXml] = [await accept(path, 'application/json'), await accept(path, 'application/xml')];
    assert.notEqual(asJson.headers.etag, asXml.headers.etag);
    const known = { 'if-none-match': asXml.headers.etag as string };
    assert.equal((await call(path, { headers: { ...known, accept: 'application/xml' } })).status, 304);
    assert.equal((await call(path, { headers: { ...known, accept: 'application/json' } })).status, 200);

    const headers = { 'idempotency-key': 'sent-twice', accept: 'application/xml' };
    const [first, again] = [
      await send('POST /customers', 'application/xml', document, headers),
      await send('POST /customers', 'application/xml', document, headers),
    ];
    assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body]);
    assert.deepEqual([again.headers['content-type'], again.headers['idempotent-replayed']], [xml, 'true']);
  });

  test('the document lists these formats wherever JSON is', () => {
    const { operations } = portal.context.apis.get('notas') as ServedApi;
    for (const { id, requestBody, responses } of operations) {
      if (requestBody)
        assert.deepEqual(
          Object.keys(requestBody.content).sort(),
          ['application/json', 'application/x-www-form-urlencoded', 'application/xml'],
          id,
        );
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (Object.keys(content).some(isJson))
          assert.ok(content['application/xml'], `${id} ${status} does not declare XML`);
      }
    }
  });

  test('an API whose profile lists no formats speaks only JSON', async () => {
    const other = await portal.call('GET /sandbox/biblioteca/livros', { key, headers: { accept: 'application/xml' } });
    assert.equal(other.status, 406);
    const posted = await portal.call('POST /sandbox/biblioteca/leitores', {
      key,
      body: 'nome=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(posted.status, 415);
  });
});

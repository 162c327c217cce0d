import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs, writeSpecs } from '../testing/test-specs.ts';

const notas = '/sandbox/notas/v1';
const biblioteca = '/sandbox/biblioteca';
const origin = 'http://localhost:3000';

/** A stranger's document whose list pages by a mark. */
const feed = `openapi: 3.1.0
info: {title: Feed, version: "1"}
paths:
  /posts:
    get:
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer, default: 2}}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [items, has_more]
                properties:
                  items: {type: array, items: {$ref: "#/components/schemas/Post"}}
                  next_cursor: {type: [string, "null"]}
                  has_more: {type: boolean}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Post"}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Post"}}}}}
components: {schemas: {Post: {type: object, properties: {id: {type: integer, readOnly: true}, text: {type: string}}}}}
`;

describeOnDatabases('a list', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `${allSpecs()}:${writeSpecs({ feed: { 'openapi.yaml': feed, 'seed.yaml': '' } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string) => portal.call(`GET ${path}`, { key });
  const ids = (records: { id: string }[]) => records.map(({ id }) => id);
  const linksOf = (header = '') =>
    Object.fromEntries(
      [...header.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [rel, url?.replace(origin, '')]),
    );

  test('is walked by its Link header, forwards and back, and nothing is lost or repeated', async () => {
    const whole = ids((await get(`${notas}/customers?per_page=100`)).body);
    assert.equal(whole.length, 12);
    for (const [start, direction] of [
      [`${notas}/customers?per_page=5`, 'next'],
      [`${notas}/customers?page=3&per_page=5`, 'prev'],
    ] as const) {
      const pages: string[][] = [];
      for (let url: string | undefined = start; url; ) {
        const { headers, body } = await get(url);
        pages.push(ids(body));
        url = linksOf(headers.link)[direction];
      }
      assert.deepEqual((direction === 'next' ? pages : pages.reverse()).flat(), whole);
      assert.deepEqual(
        pages.map(({ length }) => length),
        [5, 5, 2],
      );
    }
  });

  test('tells in its headers where one is', async () => {
    const { headers } = await get(`${notas}/customers?page=2&per_page=5`);
    assert.deepEqual(
      ['current-page', 'per-page', 'total-pages', 'x-total-count'].map((name) => headers[name]),
      ['2', '5', '3', '12'],
    );
    assert.deepEqual(linksOf(headers.link), {
      first: `${notas}/customers?page=1&per_page=5`,
      prev: `${notas}/customers?page=1&per_page=5`,
      next: `${notas}/customers?page=3&per_page=5`,
      last: `${notas}/customers?page=3&per_page=5`,
    });
    const beyond = await get(`${notas}/customers?page=99`);
    assert.deepEqual([beyond.status, beyond.body, beyond.headers['x-total-count']], [200, [], '12']);
  });

  test('far beyond its end is empty, whatever number is asked for', async () => {
    for (const page of ['9007199254740993', '99999999999999999999999', '1e300']) {
      const { status, body } = await get(`${notas}/customers?page=${page}&per_page=7`);
      assert.deepEqual([status, body], [200, []], page);
    }
  });

  test('is filtered, and its links keep the filter', async () => {
    const { body, headers } = await get(`${notas}/customers?external_id=CRM-1004`);
    assert.deepEqual(
      body.map(({ external_id }: { external_id: string }) => external_id),
      ['CRM-1004'],
    );
    assert.equal(headers['x-total-count'], '1');
    assert.match(linksOf(headers.link).first ?? '', /external_id=CRM-1004/);
    assert.deepEqual((await get(`${notas}/customers?external_id=CRM-%25`)).body, []);
    assert.deepEqual((await get(`${notas}/customers?external_id=%27%20or%201=1--`)).body, []);
  });

  test('is filtered by booleans, numbers, several values and texts with accents', async () => {
    const created: { matricula: number }[] = [];
    for (const reader of [
      { nome: 'Íris', bairro: 'São João', ativo: false },
      { nome: 'Otto', bairro: 'Ribeira', ativo: true },
    ]) {
      created.push(
        (
          await portal.call(`POST ${biblioteca}/leitores`, {
            key,
            body: { ...reader, email: 'a@b.example', senha: 'marinheira' },
          })
        ).body,
      );
    }
    const names = async (query: string) =>
      (await get(`${biblioteca}/leitores?${query}`)).body.dados.map(({ nome }: { nome: string }) => nome);
    assert.deepEqual(await names('bairro=S%C3%A3o%20Jo%C3%A3o'), ['Íris']);
    assert.deepEqual(await names('ativo=false'), ['Íris']);
    assert.ok((await names('ativo=true')).includes('Otto') && !(await names('ativo=true')).includes('Íris'));
    assert.deepEqual(await names('ativo=false&bairro=Ribeira'), []);

    const loan = { isbn: '9786500000016', exemplar: 1 };
    for (const { matricula } of created)
      await portal.call(`POST ${biblioteca}/emprestimos`, { key, body: { ...loan, matricula } });
    const readers = async (query: string) =>
      (await get(`${biblioteca}/emprestimos?${query}`)).body.dados.map(
        ({ matricula }: { matricula: number }) => matricula,
      );
    assert.deepEqual(await readers(`matricula=${created[0]?.matricula}`), [created[0]?.matricula]);
    assert.ok((await readers('situacao=aberto&situacao=atrasado')).length >= 2);
    assert.deepEqual(await readers('situacao=devolvido'), []);
    assert.equal((await get(`${biblioteca}/emprestimos?situacao=perdido`)).status, 422);
  });

  test('comes in the wrapper that its schema shows, filled by what its names mean', async () => {
    const { body } = await get(`${biblioteca}/livros?limite=1&deslocamento=0`);
    assert.equal(body.dados.length, 1);
    assert.deepEqual([body.paginacao.total, body.paginacao.limite, body.paginacao.deslocamento], [2, 1, 0]);
    assert.equal(body.paginacao.proxima, `${origin}${biblioteca}/livros?limite=1&deslocamento=1`);
    const last = (await get(body.paginacao.proxima.replace(origin, ''))).body;
    assert.equal(last.paginacao.proxima, null);
    assert.notEqual(last.dados[0].isbn, body.dados[0].isbn);
  });

  test('of Train Travel has links that lead to this sandbox, and to itself', async () => {
    const { status, body } = await get('/sandbox/train-travel/stations');
    assert.equal(status, 200);
    assert.deepEqual(
      body.data.map(({ name }: { name: string }) => name),
      ['Berlin Hauptbahnhof', 'Paris Gare du Nord'],
    );
    assert.deepEqual(body.links, { self: `${origin}/sandbox/train-travel/stations` });
  });

  test('is filtered by the parameters that a document requires', async () => {
    const [berlin, paris] = ['efdbb9d1-02c2-4bc3-afb7-6788d8782b1e', 'b2e783e1-c824-4d63-b37a-d8d698862f1d'];
    const trips = (from: string, to: string) =>
      get(`/sandbox/train-travel/trips?origin=${from}&destination=${to}&date=2024-02-01T09:00:00Z`);
    assert.deepEqual(
      (await trips(berlin, paris)).body.data.map(({ operator }: { operator: string }) => operator),
      ['Deutsche Bahn'],
    );
    assert.deepEqual(
      (await trips(paris, berlin)).body.data.map(({ operator }: { operator: string }) => operator),
      ['SNCF'],
    );
    assert.deepEqual((await trips(berlin, berlin)).body.data, []);
  });

  test('by cursor stays true while others write', async () => {
    const post = async (text: string) =>
      (await portal.call('POST /sandbox/feed/posts', { key, body: { text } })).body.id;
    const before = [await post('a'), await post('b'), await post('c'), await post('d')];
    const seen: number[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await get(`/sandbox/feed/posts${cursor}`);
      seen.push(...body.items.map(({ id }: { id: number }) => id));
      if (seen.length < 4) before.push(await post('while walking'));
      if (!body.has_more) {
        assert.equal(body.next_cursor, null);
        break;
      }
      cursor = `?cursor=${body.next_cursor}`;
      assert.ok(seen.length < 20, 'the walk does not end');
    }
    assert.deepEqual(seen, before);
  });
});

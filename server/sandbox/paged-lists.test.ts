import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { linksOf } from '../testing/links-of.ts';
import { notas } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs, writeSpecs } from '../testing/test-specs.ts';

const biblioteca = '/sandbox/biblioteca';
const origin = 'http://localhost:3000';

/** A third-party document whose list is paged by cursor. */
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

/** The same list, by numbers of two kinds, each with a size of its own. */
const twice = `openapi: 3.1.0
info: {title: Twice, version: "1"}
paths:
  /posts:
    get:
      parameters:
        - {name: page, in: query, schema: {type: string, format: int32, default: "1"}}
        - {name: min, in: query, schema: {type: string}}
        - {name: max, in: query, schema: {type: string}}
        - {name: page_size, in: query, schema: {type: integer, minimum: 0, default: 2}}
        - {name: offset, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer, default: 3}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Post"}}}}}}
  /notes:
    get:
      parameters:
        - {name: token, in: query, description: To get the next set of results, schema: {type: string}}
        - {name: maxResults, in: query, schema: {type: integer}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {notes: {type: array, items: {$ref: "#/components/schemas/Post"}}, nextToken: {type: string}}}}}}}
components: {schemas: {Post: {type: object, properties: {id: {type: integer, readOnly: true}, text: {type: string}}}}}
`;

describeOnDatabases('a list in pages', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: {
        SPECS_PATH: `${allSpecs()}:${writeSpecs({ feed: { 'openapi.yaml': feed, 'seed.yaml': '' }, twice: { 'openapi.yaml': twice } })}`,
      },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string) => portal.call(`GET ${path}`, { key });
  const ids = (records: { id: string }[]) => records.map(({ id }) => id);

  test('is asked for by a page or by an offset, each with its own size', async () => {
    const all = ids((await get('/sandbox/twice/posts?limit=100')).body);
    assert.ok(all.length > 4);
    assert.deepEqual(ids((await get('/sandbox/twice/posts?page=2&page_size=2')).body), all.slice(2, 4));
    assert.deepEqual(ids((await get('/sandbox/twice/posts?offset=1&limit=3')).body), all.slice(1, 4));
  });

  test('goes on by a token that says that it is one of a page', async () => {
    const first = await get('/sandbox/twice/notes?maxResults=2');
    const second = await get(`/sandbox/twice/notes?maxResults=2&token=${first.body.nextToken}`);
    assert.equal(second.body.notes.length, 2);
    assert.notDeepEqual(second.body.notes, first.body.notes);
  });

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

  test('reports the position in its headers', async () => {
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

  test('is empty far beyond its end, for any page number', async () => {
    for (const page of ['9007199254740993', '99999999999999999999999', '1e300']) {
      const { status, body } = await get(`${notas}/customers?page=${page}&per_page=7`);
      assert.deepEqual([status, body], [200, []], page);
    }
  });

  test('is wrapped as its schema shows, filled by the meaning of names', async () => {
    const { body } = await get(`${biblioteca}/livros?limite=1&deslocamento=0`);
    assert.equal(body.dados.length, 1);
    assert.deepEqual([body.paginacao.total, body.paginacao.limite, body.paginacao.deslocamento], [2, 1, 0]);
    assert.equal(body.paginacao.proxima, `${origin}${biblioteca}/livros?limite=1&deslocamento=1`);
    const last = (await get(body.paginacao.proxima.replace(origin, ''))).body;
    assert.equal(last.paginacao.proxima, null);
    assert.notEqual(last.dados[0].isbn, body.dados[0].isbn);
  });

  test('of Train Travel has links to this sandbox, and to itself', async () => {
    const { status, body } = await get('/sandbox/train-travel/stations');
    assert.equal(status, 200);
    assert.deepEqual(
      body.data.map(({ name }: { name: string }) => name),
      ['Berlin Hauptbahnhof', 'Paris Gare du Nord'],
    );
    assert.deepEqual(body.links, { self: `${origin}/sandbox/train-travel/stations` });
  });

  test('by cursor stays consistent during writes', async () => {
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

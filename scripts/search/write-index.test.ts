import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { close } from 'pagefind';
import { type Locale, loadApi } from '../../server/openapi/load-api.ts';
import { type Pagefind, searchOptions } from '../../src/search/pagefind.ts';
import { type SearchScope, searchPages } from '../../src/search/search-pages.ts';
import { createOperationReader } from '../site/operation-data.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { guideDocuments, portalDocuments } from './built-pages.ts';
import { endpointDocument } from './endpoint-document.ts';
import { writeIndex } from './write-index.ts';

const specs = resolve(import.meta.dirname, '../../specs');

/** Pages as Docusaurus writes them: without the quotes and ends that HTML can do without. */
const guides = {
  'guides/idempotency.html': `<title>x</title><meta name=description content="Repita sem medo."><article><nav>Menu vizinho</nav>
    <h1>Idempotência</h1><p>Uma chave por operação.<h2 class=anchor id=regras>As regras<a class=hash-link href=#regras>#</a></h2>
    <p>A repetição devolve a primeira resposta.<pre>curl amostra</pre></article>`,
  'guides/errors.html': `<article><h1>Erros</h1><h3 class=anchor id=invalid_json>invalid_json<a class=hash-link href=#invalid_json>#</a></h3>
    <p>O corpo não é um JSON válido.<table><tr><td>esquerda<td>direita</table></article>`,
  'keys.html': `<meta name=keywords content="client_id, segredo"><main><h1>Chaves</h1><p>Uma chave para cada programa.</main><footer>Colofão</footer>`,
  '404.html': '<main><h1>Não há</h1></main>',
};

describe('the index of the search', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cais-search-'));
  let served: Awaited<ReturnType<typeof serveFolder>>;
  const opened = {} as Record<Locale, Pagefind>;

  before(async () => {
    for (const [name, html] of Object.entries(guides)) {
      mkdirSync(dirname(join(folder, 'site', name)), { recursive: true });
      writeFileSync(join(folder, 'site', name), html);
    }
    served = await serveFolder(folder);
    for (const locale of ['pt-BR', 'en'] as const) {
      const apis = await Promise.all(['notas', 'gestor'].map((slug) => loadApi(join(specs, slug), locale)));
      const endpoints = apis.flatMap((api) =>
        api.operations.map(createOperationReader(api, locale)).map((data) => endpointDocument(data, (tag) => tag)),
      );
      const pages = [...guideDocuments(join(folder, 'site')), ...portalDocuments(join(folder, 'site'))];
      await writeIndex([...pages, ...endpoints], locale, join(folder, locale));
      const pagefind = await import(pathToFileURL(join(folder, locale, 'pagefind.js')).href);
      // In Node there is no page whose language it could take.
      const place = { basePath: `${served.origin}/${locale}/`, language: locale };
      await pagefind.options({ ...searchOptions, ...place, baseUrl: '/' });
      await pagefind.filters();
      opened[locale] = pagefind;
    }
  });
  after(async () => {
    await close();
    served.close();
    rmSync(folder, { recursive: true });
  });

  const search = (query: string, scope: Partial<SearchScope> = {}, locale: Locale = 'pt-BR') =>
    searchPages(opened[locale], query, { limit: 10, ...scope });
  const first = async (...args: Parameters<typeof search>) => (await search(...args)).groups[0]?.hits[0];

  for (const query of [
    'GET /customers/{customer_id}',
    'get /customers/{id}',
    'get customers id',
    'GET /v1/customers/{customer_id}',
    '/sandbox/notas/v1/customers/{customer_id}',
    'getCustomer',
    'get-customer',
    'Consultar um cliente',
    'consultar um cli',
  ]) {
    test(`"${query}" finds the endpoint that is called so first`, async () => {
      assert.equal((await first(query, { only: 'notas' }))?.url, '/reference/notas/get-customer');
    });
  }

  test('the name of the API may be part of what is typed', async () => {
    assert.equal((await first('listar clientes notas'))?.url, '/reference/notas/list-customers');
    assert.equal((await first('listar clientes gestor'))?.url, '/reference/gestor/listar-clientes');
  });

  test('of the operations of one path the one that reads comes first', async () => {
    assert.equal((await first('/customers/{id}'))?.endpoint?.method, 'GET');
    assert.equal((await first('delete /customers/{id}'))?.endpoint?.method, 'DELETE');
  });

  test('an endpoint tells its method and its path', async () => {
    const { groups } = await search('/customers');
    const found = groups[0]?.hits.map(({ endpoint }) => `${endpoint?.method} ${endpoint?.path}`) ?? [];
    assert.deepEqual(found.slice(0, 2).sort(), ['GET /customers', 'POST /customers']);
  });

  test('accents may be typed or not', async () => {
    for (const query of ['idempotencia', 'idempotência', 'IDEMPOTÊNCIA', 'idempot'])
      assert.equal((await first(query))?.url, '/guides/idempotency', query);
    for (const query of ['repeticao', 'repetição', 'repetiç']) {
      const hits = (await search(query)).groups.flatMap((group) => group.hits);
      assert.ok(
        hits.some(({ url }) => url === '/guides/idempotency#regras'),
        query,
      );
    }
  });

  test('a section of a guide is found by its name, with its place on the page', async () => {
    const hit = await first('invalid_json');
    assert.deepEqual([hit?.url, hit?.title, hit?.section], ['/guides/errors#invalid_json', 'Erros', 'invalid_json']);
  });

  test('a field leads to its place on the page of its endpoint', async () => {
    const { groups } = await search('federal_tax_number');
    const create = groups.flatMap(({ hits }) => hits).find(({ url }) => url.includes('create-customer'));
    assert.equal(create?.url, '/reference/notas/create-customer#body.federal_tax_number');
    assert.ok(create?.excerpt.some(({ marked, text }) => marked && text === 'federal_tax_number'));
  });

  test('a code of an error is found in the answer that has it', async () => {
    const hits = (await search('already_exists', { only: 'notas' })).groups.flatMap((group) => group.hits);
    assert.ok(hits.some(({ url }) => url === '/reference/notas/create-customer#response-409'));
  });

  test('a page of the portal is found by other words for it', async () => {
    assert.equal((await first('client_id'))?.url, '/keys');
  });

  test('what stands around the content, and code, is not found', async () => {
    for (const query of ['vizinho', 'amostra', 'colofão']) assert.deepEqual((await search(query)).groups, [], query);
  });

  test('words of cells stay apart', async () => {
    assert.equal((await first('direita'))?.url, '/guides/errors#invalid_json');
  });

  test('what nothing is called finds nothing', async () => {
    for (const query of ['qwertyuiop', '???', '']) {
      const answer = await search(query);
      assert.deepEqual(answer, { groups: [], counts: {}, left: 0 }, query);
    }
  });

  test('the API of the page comes first, and may be the only one', async () => {
    for (const here of ['notas', 'gestor'])
      assert.equal((await search('clientes', { here })).groups[0]?.group, here, 'both APIs have customers');
    const answer = await search('clientes', { only: 'notas' });
    assert.deepEqual(
      answer.groups.map(({ group }) => group),
      ['notas'],
    );
    assert.ok((answer.counts.gestor ?? 0) > 0, 'it tells how many the others have');
  });

  test('more of what was found comes when it is asked for', async () => {
    const few = await search('cliente', { limit: 3 });
    assert.ok(few.left > 0);
    const urlsOf = ({ groups }: typeof few) => groups.flatMap(({ hits }) => hits.map(({ url }) => url));
    const all = urlsOf(await search('cliente', { limit: 3 + few.left }));
    assert.equal(new Set(all).size, all.length);
    for (const url of urlsOf(few)) assert.ok(all.includes(url), url);
  });

  test('each language has its own words', async () => {
    assert.equal((await first('list customers', { here: 'notas' }, 'en'))?.url, '/reference/notas/list-customers');
    assert.equal((await first('listar clientes', { here: 'notas' }))?.url, '/reference/notas/list-customers');
  });

  test('only what the portal uses is written', () => {
    assert.ok(existsSync(join(folder, 'en/pagefind.js')));
    assert.ok(!existsSync(join(folder, 'en/pagefind-ui.js')));
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { close } from 'pagefind';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { loadApi } from '../../server/openapi/load-api.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { type Names, readNames } from '../../src/search/names/read-names.ts';
import { type Pagefind, searchOptions } from '../../src/search/pagefind.ts';
import { type SearchScope, searchPages } from '../../src/search/search-pages.ts';
import { makeApiIndex } from '../site/api-index.ts';
import { loadApis } from '../site/load-apis.ts';
import { createOperationReader } from '../site/operation-data.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { siteStages } from '../site/site-stages.ts';
import { apiDocument } from './api-document.ts';
import { guideDocuments, portalDocuments } from './built-pages.ts';
import { builtPages } from './built-pages-fixture.ts';
import { endpointDocument } from './endpoint-document.ts';
import { namesOf } from './names-of.ts';
import { writeIndex } from './write-index.ts';

const specs = resolve(import.meta.dirname, '../../specs');

describe('the search index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cais-search-'));
  let served: Awaited<ReturnType<typeof serveFolder>>;
  const opened = {} as Record<Locale, Pagefind>;
  const names = {} as Record<Locale, Names>;

  before(async () => {
    for (const [name, html] of Object.entries(builtPages)) {
      mkdirSync(dirname(join(folder, 'site', name)), { recursive: true });
      writeFileSync(join(folder, 'site', name), html);
    }
    served = await serveFolder(folder);
    const others = ['notas', 'gestor', '../e2e/specs/biblioteca'].map((path) => {
      return { slug: basename(path), folder: join(specs, path) };
    });
    const loaded = await loadApis(others, ['pt-BR', 'en'], createFaultBook(), siteStages);
    for (const locale of ['pt-BR', 'en'] as const) {
      const apis = loaded.flatMap(({ texts }) => texts.get(locale) ?? []);
      const endpoints = apis.flatMap((api) =>
        api.operations.map(createOperationReader(api)).map((data) => endpointDocument(data, (tag) => tag)),
      );
      const platform = await loadApi(join(specs, 'platform'), locale);
      const shown = { isExplained: false, hasWorks: false };
      const overview = apiDocument(makeApiIndex({ ...platform, language: 'pt-BR' }, locale, shown));
      const pages = [...guideDocuments(join(folder, 'site')), ...portalDocuments(join(folder, 'site'))];
      const documents = [...pages, ...endpoints, overview];
      await writeIndex(documents, locale, join(folder, locale));
      names[locale] = readNames(namesOf(documents));
      const pagefind = await import(pathToFileURL(join(folder, locale, 'pagefind.js')).href);
      // In Node there is no page to detect the language from.
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
    searchPages(opened[locale], names[locale], query, { limit: 10, ...scope });
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
    test(`"${query}" finds the endpoint of that name first`, async () => {
      assert.equal((await first(query, { only: 'notas' }))?.url, '/reference/notas/get-customer');
    });
  }

  test('a query may contain the name of the API', async () => {
    assert.equal((await first('listar clientes notas'))?.url, '/reference/notas/list-customers');
    assert.equal((await first('listar clientes gestor'))?.url, '/reference/gestor/listar-clientes');
  });

  test('among operations that share a path, GET comes first', async () => {
    assert.equal((await first('/customers/{id}'))?.endpoint?.method, 'GET');
    assert.equal((await first('delete /customers/{id}'))?.endpoint?.method, 'DELETE');
  });

  test('an endpoint result has its method and path', async () => {
    const { groups } = await search('/customers');
    const found = groups[0]?.hits.map(({ endpoint }) => `${endpoint?.method} ${endpoint?.path}`) ?? [];
    assert.deepEqual(found.slice(0, 2).sort(), ['GET /customers', 'POST /customers']);
  });

  test('accents are optional', async () => {
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

  test('a section of a guide is found by its name, with a link to it', async () => {
    const hit = await first('invalid_json');
    assert.deepEqual([hit?.url, hit?.title, hit?.section], ['/guides/errors#invalid_json', 'Erros', 'invalid_json']);
  });

  test('a field links to its place on the page of its endpoint', async () => {
    const { groups } = await search('federal_tax_number');
    const create = groups.flatMap(({ hits }) => hits).find(({ url }) => url.includes('create-customer'));
    assert.equal(create?.url, '/reference/notas/create-customer#body.federal_tax_number');
    assert.ok(create?.excerpt.some(({ marked, text }) => marked && text === 'federal_tax_number'));
  });

  test('an error code is found in the response that contains it', async () => {
    const hits = (await search('already_exists', { only: 'notas' })).groups.flatMap((group) => group.hits);
    assert.ok(hits.some(({ url }) => url === '/reference/notas/create-customer#response-409'));
  });

  test('a portal page is found by its keywords', async () => {
    assert.equal((await first('client_id'))?.url, '/keys');
  });

  test('webhooks are also found as notifications, in the reference of both languages', async () => {
    for (const locale of ['pt-BR', 'en'] as const)
      for (const query of ['notification', 'notificação', 'notificacao'])
        assert.equal(
          (await first(query, { only: 'platform' }, locale))?.url.split('#')[0],
          '/reference/platform',
          query,
        );
  });

  test('navigation, footer and code are not indexed', async () => {
    for (const query of ['vizinho', 'amostra', 'colofão'])
      assert.deepEqual((await search(query, { isLiteral: true })).groups, [], query);
  });

  test('adjacent table cells are separate words', async () => {
    assert.equal((await first('direita'))?.url, '/guides/errors#invalid_json');
  });

  test('a query without matches finds nothing', async () => {
    for (const query of ['qwertyuiop', '???', '']) {
      const results = await search(query);
      assert.deepEqual({ ...results, terms: [] }, { groups: [], counts: {}, left: 0, terms: [] }, query);
    }
  });

  test('the API of the page comes first, and can be the only scope', async () => {
    for (const here of ['notas', 'gestor'])
      assert.equal((await search('clientes', { here })).groups[0]?.group, here, 'both APIs have customers');
    const results = await search('clientes', { only: 'notas' });
    assert.deepEqual(
      results.groups.map(({ group }) => group),
      ['notas'],
    );
    assert.ok((results.counts.gestor ?? 0) > 0, 'it counts the matches of the others');
  });

  test('a higher limit returns more results', async () => {
    const few = await search('cliente', { limit: 3 });
    assert.ok(few.left > 0);
    const urlsOf = ({ groups }: typeof few) => groups.flatMap(({ hits }) => hits.map(({ url }) => url));
    const all = urlsOf(await search('cliente', { limit: 3 + few.left }));
    assert.equal(new Set(all).size, all.length);
    for (const url of urlsOf(few)) assert.ok(all.includes(url), url);
  });

  test('each language has its own index', async () => {
    assert.equal((await first('list customers', { here: 'notas' }, 'en'))?.url, '/reference/notas/list-customers');
    assert.equal((await first('listar clientes', { here: 'notas' }))?.url, '/reference/notas/list-customers');
  });

  test('a page whose document has no texts in the language says which it is in', async () => {
    assert.equal((await first('listar livros', {}, 'en'))?.lang, 'pt-BR');
    assert.equal((await first('listar livros'))?.lang, undefined);
    assert.equal((await first('list customers', {}, 'en'))?.lang, undefined);
  });

  test('only the files that the portal uses are written', () => {
    assert.ok(existsSync(join(folder, 'en/pagefind.js')));
    assert.ok(!existsSync(join(folder, 'en/pagefind-ui.js')));
  });
});

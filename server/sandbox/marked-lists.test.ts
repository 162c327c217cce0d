import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { markedListsDocument } from '../testing/marked-lists-document.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of every shape.
type Body = any;

/** How a client finds the next page of a list, as a query string or an address; undefined at the end. */
const nextOf: Record<string, (body: Body, page: number) => string | undefined | null> = {
  charges: ({ charges, has_more }) => has_more && `?limit=2&starting_after=${charges.at(-1).id}`,
  files: ({ has_more, last_id }) => has_more && `?limit=2&after=${last_id}`,
  rooms: ({ nextPageToken }) => nextPageToken && `?maxResults=2&pageToken=${nextPageToken}`,
  disks: ({ next_marker }) => next_marker && `?max_items=2&marker=${next_marker}`,
  calls: ({ next_page_uri }) => next_page_uri,
  posts: ({ links }) => links.next,
  seats: ({ next_page_url }) => next_page_url,
  cards: ({ paginacao }, page) =>
    page < paginacao.quantidadeDePaginas ? `?paginacao.itensPorPagina=2&paginacao.paginaAtual=${page}` : null,
  trips: ({ next_offset }) => next_offset && `?inicio=2020-01-01T00:00:00Z&limit=2&offset=${next_offset}`,
  apps: ({ done, iterator }) => (done ? undefined : `?limit=2&iterator=${iterator}`),
  goals: ({ next_page }) => next_page?.offset && `?limit=2&offset=${next_page.offset}`,
  books: ({ last, first, number, results }, page) => {
    assert.deepEqual([first, number, results > 2], [page === 1, page, true]);
    return last ? undefined : `?size=2&page=${page + 1}`;
  },
  notes: ({ next_cursor }) => next_cursor && `?limit=2&cursor=${next_cursor}`,
};

const firsts: Record<string, string> = {
  rooms: '?maxResults=2',
  disks: '?max_items=2',
  calls: '?PageSize=2',
  posts: '?page[size]=2',
  seats: '?page-size=2',
  cards: '?paginacao.itensPorPagina=2',
  books: '?size=2',
  trips: '?inicio=2020-01-01T00:00:00Z&limit=2',
};

describeOnDatabases('lists that are paged in many ways', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ marked: { 'openapi.yaml': markedListsDocument, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
    for (const list of Object.keys(nextOf))
      for (const name of ['a', 'b', 'c', 'd', 'e']) await portal.call(`POST ${base}/${list}`, { key, body: { name } });
  });
  after(() => portal.close());

  const base = '/sandbox/marked';
  const get = async (address: string) => {
    const { status, body } = await portal.call(`GET ${address.replace(/^https?:\/\/[^/]+/, '')}`, { key });
    return { status, body: body as Body };
  };
  const names = (records: { name: string }[]) => records.map(({ name }) => name).join('');

  for (const [list, next] of Object.entries(nextOf)) {
    test(`/${list}: each page leads to the next, and the last to none`, async () => {
      const pages: string[] = [];
      let address: string | undefined | null | false = `${base}/${list}${firsts[list] ?? '?limit=2'}`;
      while (address) {
        const { status, body } = await get(address);
        assert.equal(status, 200, JSON.stringify(body));
        pages.push(names(body[list]));
        const found: string | undefined | null = next(body, pages.length);
        address = found && (found.startsWith('?') ? `${base}/${list}${found}` : found);
        assert.ok(pages.length < 6, 'the walk does not end');
      }
      assert.deepEqual(pages, ['ab', 'cd', 'e']);
    });
  }

  test('a page may be asked for by what comes after it', async () => {
    const { charges } = (await get(`${base}/charges`)).body;
    const id = (index: number) => charges[index].id;
    const before = async (query: string) => {
      const { body } = await get(`${base}/charges?${query}`);
      return [names(body.charges), body.has_more];
    };
    assert.deepEqual(await before(`limit=2&ending_before=${id(3)}`), ['bc', true]);
    assert.deepEqual(await before(`limit=2&ending_before=${id(2)}`), ['ab', false]);
    assert.deepEqual(await before(`limit=2&ending_before=${id(0)}`), ['', false]);
    assert.deepEqual(await before(`ending_before=${id(4)}`), ['abcd', false]);
  });

  test('totals tell how many there are', async () => {
    assert.equal((await get(`${base}/posts?page[size]=1`)).body.meta.total_count, 5);
    assert.equal((await get(`${base}/seats?page-size=3`)).body.total, 5);
  });

  test('a mark that is unknown or cannot be read is refused, and no client starts over', async () => {
    for (const query of [
      'charges?starting_after=nobody',
      'charges?ending_before=nobody',
      'files?after=nobody',
      'rooms?pageToken=x',
      'disks?marker=x',
      'calls?PageToken=x',
      'seats?page=two',
      'trips?offset=two',
      'notes?cursor=x',
    ]) {
      const { status } = await get(`${base}/${query}`);
      assert.ok(status === 400 || status === 422, `${query} answered ${status}`);
    }
  });
});

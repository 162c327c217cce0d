import { encodeCursor } from '../dialect/pagination/cursor.ts';
import { pageUrl } from '../dialect/pagination/link-header.ts';
import { type PageFacts, type PageQueries, pageOf, totalPagesOf } from '../dialect/pagination/pager.ts';

/** Known facts about the list inside a wrapper. */
export interface WrapperFacts {
  url: string;
  page: PageFacts;
  queries: PageQueries;
  /** The parameters that name a page (see `Pager`). */
  marks?: string[];
  /** How long the list took, in milliseconds. */
  took?: number;
}

/** A value by its meaning; null where there is no such page. */
export type Meaning = (facts: WrapperFacts) => unknown;

const relation =
  (name: keyof PageQueries): Meaning =>
  ({ url, queries }) => {
    const query = queries[name];
    return query ? pageUrl(url, query) : null;
  };

/** An address without its host, as `next_page_uri` is. */
const path =
  (name: keyof PageQueries): Meaning =>
  (facts) => {
    const url = relation(name)(facts);
    return typeof url === 'string' ? url.replace(/^[a-z]+:\/\/[^/]+/i, '') : url;
  };

/** The mark of another page, as its parameter takes it. */
const mark =
  (name: 'next' | 'prev'): Meaning =>
  ({ queries, page, marks = [] }) => {
    const query = queries[name];
    const value = marks.map((parameter) => query?.[parameter]).find((each) => each !== undefined);
    if (value !== undefined) return value;
    return name === 'next' && page.hasMore && page.last ? encodeCursor(page.last) : null;
  };

/** Common property names, without punctuation and case, and their meanings; of nested ones also behind the name above. */
const meanings: [RegExp, Meaning][] = [
  [
    /^(total|totalcount|totalitems|totalelements|totalresults|totalrecords|totalhits|totalsize|totalregistros|totalitens|totaldeitens|quantidadetotal(deitens)?|count|results?count|odatacount|results|numfound|num(ber)?(of)?results|hits|matches|(record|item|object|row)s?count)$/,
    ({ page }) => page.total,
  ],
  [
    /^(totalpages|pages|pagecount|numpages|totalpaginas|totaldepaginas|quantidadedepaginas|paginas|lastpage|ultimapagina)$/,
    ({ page }) => totalPagesOf(page),
  ],
  [/^(page|currentpage|pagenumber|pagina|paginaatual|numeropagina|number)$/, ({ page }) => pageOf(page)],
  [
    /^(perpage|pagesize|limit|size|limite|porpagina|itensporpagina|itemsperpage|tamanho|tamanhopagina)$/,
    ({ page }) => page.limit,
  ],
  [/^(numberofelements|returned(count)?|(page|current)itemcount|countreturned)$/, ({ page }) => page.count],
  [/^(offset|skip|start|startindex|startat|deslocamento|inicio)$/, ({ page }) => page.offset],
  [
    /^(hasmore|hasnext|hasnextpage|hasmoreitems|hasmoreresults|more|moreresults|istruncated|temmais|temproxima|haproxima|possuimais)$/,
    ({ page }) => page.hasMore,
  ],
  [/^(haspreviouspage|hasprev|hasprevious)$/, ({ queries }) => queries.prev !== undefined],
  [
    /^(next(cursor|token|pagetoken|marker|pagecursor|cursormark|offset|start|continuation|after|startingafter)|endcursor|cursor|cursors?after|continuation(token)?|proximocursor|cursormark|marker|(next)?iterator|(next)?bookmark|scrollid|(resumption|resume|skip|pagination)token|next(page)?(key|skip|from|offset)|lastevaluatedkey|pagestate)$/,
    mark('next'),
  ],
  [/^((prev|previous)(cursor|token|pagetoken|marker|iterator|bookmark)|startcursor|cursors?before)$/, mark('prev')],
  [/^(firstid)$/, ({ page }) => page.first?.id ?? null],
  [/^(lastid)$/, ({ page }) => page.last?.id ?? null],
  [/^nextpageuri$/, path('next')],
  [/^(prev|previous)pageuri$/, path('prev')],
  [/^firstpageuri$/, path('first')],
  [/^uri$/, path('self')],
  [
    /^(next(page)?(url|uri|link|href)?|(odata)?nextlink|nextrecordsurl|proxima|proximo|proximapagina|seguinte)$/,
    relation('next'),
  ],
  [/^((prev|previous)(page)?(url|uri|link|href)?|anterior|paginaanterior)$/, relation('prev')],
  [/^(first(page)?(url|uri|link)?|primeira|primeirapagina)$/, relation('first')],
  [/^(last(page)?(url|uri|link)|last|ultima)$/, relation('last')],
  [/^(querytime|totaltime|took|duration|elapsed|tempo|duracao)$/, ({ took }) => took],
  [/^(partial|incomplete|parcial|incompleto)$/, ({ took }) => (took === undefined ? undefined : false)],
  [/^(self|href|url|canonicalurl|atual)$/, ({ url }) => url],
];

/** What a property of a wrapper means by its name, and that of the object around it; undefined if neither is common. */
export function findMeaning(name: string, around = ''): Meaning | undefined {
  const [word, above] = [name, around].map((text) => text.replace(/[^A-Za-z]/g, '').toLowerCase());
  const find = (text: string) => meanings.find(([pattern]) => pattern.test(text))?.[1];
  return (above && find(`${above}${word}`)) || find(word ?? '');
}

/** What a yes or no in a wrapper means, where the same name may also be a number or an address: `last` in `{"first": true, "last": false}`. */
const flags: [RegExp, (facts: WrapperFacts) => boolean][] = [
  [
    /^(is)?(last(page)?|done|finished|complete|end(oflist)?|nomore(pages|items|results)?)$/,
    ({ page }) => !page.hasMore,
  ],
  [/^(is)?first(page)?$/, ({ queries, page }) => queries.prev === undefined && (page.offset ?? 0) === 0],
  [/^(is)?empty$/, ({ page }) => page.count === 0],
];

/** What a yes or no in a wrapper means by its name; undefined if it is not common. */
export function findFlag(name: string): Meaning | undefined {
  const word = name.replace(/[^A-Za-z]/g, '').toLowerCase();
  return flags.find(([pattern]) => pattern.test(word))?.[1];
}

/** Whether a property of a wrapper means another page, or a record at an end of this one, of which there may be none. */
export function meansPage(name: string, around?: string): boolean {
  const page = { limit: 1, offset: 0, count: 0, total: 0, hasMore: false };
  return findMeaning(name, around)?.({ url: '', queries: {}, page }) === null;
}

/** The number of the page that an address leads to, as its parameter has it; undefined where it leads to none. */
export function pageNumberOf(address: string, { url, page, queries, marks = [] }: WrapperFacts): number | undefined {
  const numbers = {
    prev: pageOf(page) - 1,
    next: pageOf(page) + 1,
    first: 1,
    last: totalPagesOf(page),
    self: pageOf(page),
  };
  for (const name of Object.keys(numbers) as (keyof PageQueries)[]) {
    const query = queries[name];
    if (!query || pageUrl(url, query) !== address) continue;
    const parameter = marks.find((mark) => /pag/i.test(mark) && /^\d+$/.test(query[mark] ?? ''));
    return parameter === undefined ? numbers[name] : Number(query[parameter]);
  }
  return undefined;
}

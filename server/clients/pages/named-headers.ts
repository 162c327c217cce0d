import type { Told } from '../runtime/description.ts';

/** Usual names of headers about pages, without punctuation and without `x-` and `pagination-`. */
const meanings: [RegExp, Told][] = [
  [
    /^(total|totalcount|totalitems|totalelements|totalrecords|totalresults|totalregistros|totalitens|resultcount)$/,
    'total',
  ],
  [/^(totalpages|pages|pagecount|totalpaginas|totaldepaginas|paginas|lastpage)$/, 'pages'],
  [/^(page|currentpage|pagenumber|pagina|paginaatual|current)$/, 'current'],
  [/^(perpage|pagesize|limit|size|limite|porpagina|tamanhopagina)$/, 'perPage'],
  [/^(nextpage|proximapagina)$/, 'nextNumber'],
  [/^(nextcursor|nexttoken|nextpagetoken|cursor|proximocursor|continuationtoken|continuation)$/, 'cursor'],
  [/^(hasmore|hasnext|hasnextpage|temmais)$/, 'more'],
];

/** What the declared headers of a response say of its page, by their names. */
export function readNamedHeaders(names: string[]): Partial<Record<Told, string>> {
  const found: Partial<Record<Told, string>> = {};
  for (const name of names) {
    const plain = name
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
      .replace(/^x(?=.)/, '')
      .replace(/^(pagination|paginacao)(?=.)/, '');
    const what = meanings.find(([pattern]) => pattern.test(plain))?.[1];
    if (what) found[what] ??= name;
  }
  return found;
}

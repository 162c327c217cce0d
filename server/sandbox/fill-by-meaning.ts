import { encodeCursor } from '../dialect/pagination/cursor.ts';
import { pageUrl } from '../dialect/pagination/link-header.ts';
import { type PageFacts, type PageQueries, pageOf, totalPagesOf } from '../dialect/pagination/pager.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { exampleOf } from '../openapi/example-of.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';

/** Known facts about the list inside a wrapper. */
export interface WrapperFacts {
  url: string;
  page: PageFacts;
  queries: PageQueries;
  /** How long the list took, in milliseconds. */
  took?: number;
}

type Meaning = (facts: WrapperFacts) => unknown;

const relation =
  (name: keyof PageQueries): Meaning =>
  ({ url, queries }) => {
    const query = queries[name];
    return query ? pageUrl(url, query) : null;
  };

/** Common property names, without punctuation and case, and their meanings. */
const meanings: [RegExp, Meaning][] = [
  [
    /^(total|totalcount|totalitems|totalelements|totalresults|totalrecords|totalregistros|totalitens|quantidadetotal|count|resultcount)$/,
    ({ page }) => page.total,
  ],
  [
    /^(totalpages|pages|pagecount|totalpaginas|totaldepaginas|paginas|lastpage|ultimapagina)$/,
    ({ page }) => totalPagesOf(page),
  ],
  [/^(page|currentpage|pagenumber|pagina|paginaatual|numeropagina|number)$/, ({ page }) => pageOf(page)],
  [/^(perpage|pagesize|limit|size|limite|porpagina|itensporpagina|tamanho|tamanhopagina)$/, ({ page }) => page.limit],
  [/^(offset|skip|start|startindex|deslocamento|inicio)$/, ({ page }) => page.offset],
  [/^(hasmore|hasnext|hasnextpage|more|temmais|temproxima|haproxima|possuimais)$/, ({ page }) => page.hasMore],
  [
    /^(nextcursor|nexttoken|nextpagetoken|endcursor|cursor|proximocursor|cursormark|nextcursormark)$/,
    ({ page }) => (page.hasMore && page.last ? encodeCursor(page.last) : null),
  ],
  [/^(next|nexturl|nextpage|nextlink|proxima|proximo|proximapagina|seguinte)$/, relation('next')],
  [/^(prev|previous|prevurl|previousurl|previouspage|anterior|paginaanterior)$/, relation('prev')],
  [/^(first|firsturl|primeira|primeirapagina)$/, relation('first')],
  [/^(last|lasturl|ultima)$/, relation('last')],
  [/^(querytime|totaltime|took|duration|elapsed|tempo|duracao)$/, ({ took }) => took],
  [/^(partial|incomplete|parcial|incompleto)$/, ({ took }) => (took === undefined ? undefined : false)],
  [/^(self|href|url|canonicalurl|atual)$/, ({ url }) => url],
];

/** The maximum depth of wrapper objects: a schema may be recursive. */
const maxDepth = 3;

/** Fills the properties of a wrapper by the meaning of their names; unknown ones are left out unless they are required. */
export function fillByMeaning(
  document: OpenApiDocument,
  schema: Schema,
  facts: WrapperFacts,
  skip?: string,
  depth = 0,
): Record<string, unknown> {
  const { properties, required } = shapeOf(document, schema);
  const filled: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (name === skip) continue;
    const value = meaningOf(document, name, property, facts, depth);
    if (value !== undefined) filled[name] = value;
    else if (required.has(name)) filled[name] = exampleOf(document, property, { direction: 'response' });
  }
  return filled;
}

function meaningOf(
  document: OpenApiDocument,
  name: string,
  property: Schema,
  facts: WrapperFacts,
  depth: number,
): unknown {
  const shape = shapeOf(document, property);
  const meaning = meanings.find(([pattern]) => pattern.test(name.replace(/[^A-Za-z]/g, '').toLowerCase()))?.[1];
  if (shape.types.has('object')) {
    const value = meaning?.(facts);
    if (value !== undefined && 'href' in shape.properties) return value === null ? undefined : { href: value };
    if (depth === maxDepth) return undefined;
    const inner = fillByMeaning(document, property, facts, undefined, depth + 1);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  const value = meaning?.(facts);
  if (value === undefined || shape.types.has('array')) return undefined;
  return fit(resolve<Schema>(document, property), shape.types, value, facts);
}

/** Adapts a value to the declared type: `next` may be a page number, and a missing page is null only where null is allowed. */
function fit(property: Schema, types: Set<string>, value: unknown, facts: WrapperFacts): unknown {
  const isNumeric = types.has('integer') || types.has('number');
  if (value === null) return [property.type ?? []].flat().includes('null') ? null : undefined;
  if (isNumeric)
    return typeof value === 'number' ? value : typeof value === 'string' ? pageOf(facts.page) + 1 : undefined;
  if (types.has('string')) return typeof value === 'string' ? value : String(value);
  if (types.has('boolean')) return typeof value === 'boolean' ? value : undefined;
  return value;
}

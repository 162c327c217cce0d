import { cursorPager } from '../dialect/pagination/cursor.ts';
import { eitherPager } from '../dialect/pagination/either.ts';
import { offsetLimit } from '../dialect/pagination/offset.ts';
import { pageNumber } from '../dialect/pagination/page-number.ts';
import type { Pager } from '../dialect/pagination/pager.ts';
import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { plain } from './names.ts';

/** Names without punctuation and case: `page[size]` and `page_size` are one. */
const cursors =
  /^(cursor|after|pageafter|pagecursor|pagetoken|nexttoken|nextpagetoken|nextcursor|startcursor|continuation(token|key)?|cursormark|marker|(start|next)marker|bookmark|scrollid|iterator|pagestate|pagination(token|key|cursor)?|(resumption|resume|skip|list)token|(exclusive)?startkey|nextkey|lastevaluatedkey|cursorid|proximocursor)$/;
const ids = /^(startingafter|afterid|lastid|sinceid|startafter)$/;
const befores = /^(endingbefore|before|beforeid|pagebefore|previoustoken|prevcursor)$/;
const offsets = /^(offset|pageoffset|skip|start|startindex|startat|firstresult|deslocamento|inicio|desde|from)$/;
const pages = /^(page|pagenumber|pageno|pagenum|pageindex|currentpage|pagina|paginaatual|numeropagina|p)$/;
const sizes =
  /^(limit|pagelimit|perpage|pagesize|size|count|take|top|max(results|items)?|(results|items|records)perpage|pagelength|batchsize|rows|rpp|first|limite|porpagina|(itens|registros)porpagina|tamanho(pagina)?|quantidade)$/;

/** Infers a list's pagination from the names and types of its parameters; defaults and bounds come from their schemas. */
export function inferPager(document: OpenApiDocument, parameters: Parameter[]): Pager | undefined {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(read);
  const find = (pattern: RegExp, isFit: (each: Read) => boolean) =>
    query.find((each) => pattern.test(each.word) && isFit(each));
  const [cursor, id, before] = [cursors, ids, befores].map((pattern) => find(pattern, isText));
  // Where an offset is a text that is no number, it is the mark of a page.
  const token = find(offsets, (each) => isToken(each));
  const mark = id ?? cursor ?? token;
  const size = find(sizes, isNumber);
  // Beside a cursor, a text called `page` means something else.
  const [offset, page] = [offsets, pages].map((pattern) => find(pattern, mark ? isCounted : isNumber));
  const bounds = { limit: size?.name, ...numberOf(size, 'default', 'size'), ...numberOf(size, 'maximum', 'max') };
  const others = { before: before?.name, ids: id ? 'given' : 'accepted', ...bounds } as const;
  const byCursor = mark && cursorPager({ cursor: mark.name, ...others });
  const byNumber = offset
    ? offsetLimit({ offset: offset.name, ...bounds })
    : page && pageNumber({ page: page.name, perPage: size?.name, first: firstPage(page.schema), ...bounds });
  if (byCursor && byNumber) return eitherPager(byCursor, byNumber);
  return byCursor ?? byNumber ?? (size && offsetLimit(bounds));

  function read({ name, schema = {}, description = '' }: Parameter): Read {
    const word = plain(name).replace(/^(paginacao|pagination|paging)(?=.)/, '');
    return { name, word, schema: flattenSchema(document, schema).schema, description };
  }
}

/** A query parameter, its name without punctuation and prefix, and its whole schema. */
interface Read {
  name: string;
  word: string;
  schema: Schema;
  description: string;
}

/** A time is not a position: `inicio` and `after` may begin a period. */
function isTime({ schema: { format, example }, description }: Read): boolean {
  return (
    /^(date|time)/.test(format ?? '') ||
    /^\d{4}-\d\d/.test(String(example ?? '')) ||
    /timestamp|unix|epoch/i.test(description)
  );
}

function isText(each: Read): boolean {
  return !isTime(each) && ![each.schema.type ?? []].flat().some((type) => /boolean|array|object/.test(type));
}

/** A text whose example is no number, or which says of itself that it is a token. */
function isToken(each: Read): boolean {
  const { type, example } = each.schema;
  const isShown = /[A-Za-z]/.test(String(example ?? '')) || /\btoken\b|opaque/i.test(each.description);
  return [type ?? []].flat().includes('string') && isText(each) && isShown && /^(page)?offset$/.test(each.word);
}

function isCounted({ schema: { type } }: Read): boolean {
  return [type ?? []].flat().some((each) => /integer|number/.test(each));
}

function isNumber(each: Read): boolean {
  const types = [each.schema.type ?? []].flat().filter((type) => type !== 'null');
  if (types.some((type) => /integer|number/.test(type)))
    return !isTime(each) || /^(page|limit|size|perpage)/.test(each.word);
  const shown = [each.schema.example, each.schema.default, ...(each.schema.enum ?? [])].filter(
    (value) => value != null,
  );
  const isFree = types.length === 0 || types.includes('string');
  return (
    isFree &&
    each.word !== 'from' &&
    !each.schema.format &&
    !isTime(each) &&
    shown.every((value) => /^\d+$/.test(String(value)))
  );
}

function firstPage({ minimum, default: usual }: Schema): 0 | 1 {
  return minimum === 0 || usual === 0 ? 0 : 1;
}

function numberOf(parameter: Read | undefined, keyword: string, option: string): Record<string, number> {
  const value = Number(parameter?.schema[keyword] ?? 0);
  return value > 0 && Number.isFinite(value) ? { [option]: value } : {};
}

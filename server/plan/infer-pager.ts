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
  /^(limit|pagelimit|perpage|pagesize|size|count|take|top|max(results|items)|(results|items|records)perpage|pagelength|batchsize|rows|rpp|first|limite|porpagina|(itens|registros)porpagina|tamanho(pagina)?|quantidade)$/;

const limits = /^(limit|pagelimit|max(results|items)|take|top|count|limite)$/;
const pageSizes =
  /^(perpage|pagesize|size|(results|items|records)perpage|pagelength|porpagina|(itens|registros)porpagina|tamanho(pagina)?)$/;

/** Infers a list's pagination from the names and types of its parameters; defaults and bounds come from their schemas. */
export function inferPager(document: OpenApiDocument, parameters: Parameter[]): Pager | undefined {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(read);
  const find = (pattern: RegExp, isFit: (each: Read) => boolean) =>
    query.find((each) => pattern.test(each.word) && isFit(each));
  const [named, id, before] = [cursors, ids, befores].map((pattern) => find(pattern, isText));
  const cursor = named ?? find(/^token$/, (each) => isText(each) && saysPage(each));
  // Where an offset is a text that is no number, it is the mark of a page.
  const token = find(offsets, (each) => isToken(each));
  const mark = id ?? cursor ?? token;
  // Beside `min`, `max` is a bound.
  const isBound = query.some(({ word }) => word === 'min');
  const size = find(sizes, isNumber) ?? (isBound ? undefined : find(/^max$/, isNumber));
  // An offset and a page may have a size each.
  const [ofOffset, ofPage] = [limits, pageSizes].map((pattern) => find(pattern, isNumber) ?? size);
  // Beside a cursor, a text called `page` means something else.
  const [offset, page] = [offsets, pages].map((pattern) => find(pattern, mark ? isCounted : isNumber));
  const bounds = boundsOf(size);
  const others = { before: before?.name, ids: id ? 'given' : 'accepted', ...bounds } as const;
  const byCursor = mark && cursorPager({ cursor: mark.name, ...others });
  const byOffset = offset && offsetLimit({ offset: offset.name, ...boundsOf(page ? ofOffset : size) });
  const sizeOfPage = offset ? ofPage : size;
  const byPage =
    page &&
    pageNumber({ page: page.name, perPage: sizeOfPage?.name, first: firstPage(page.schema), ...boundsOf(sizeOfPage) });
  const byNumber = byOffset && byPage ? eitherPager(byOffset, byPage) : (byOffset ?? byPage);
  if (byCursor && byNumber) return eitherPager(byCursor, byNumber);
  return byCursor ?? byNumber ?? (size && offsetLimit(bounds));

  function read({ name, schema = {}, description = '' }: Parameter): Read {
    const word = plain(name).replace(/^(paginacao|pagination|paging)(?=.)/, '');
    const whole = flattenSchema(document, schema).schema;
    return { name, word, schema: whole, description: `${description} ${whole.description ?? ''}` };
  }
}

function boundsOf(size: Read | undefined): { limit?: string; size?: number; max?: number } {
  return { limit: size?.name, ...numberOf(size, 'default', 'size'), ...numberOf(size, 'maximum', 'max') };
}

/** Whether a token is that of a page, by its whole name or its description: others are credentials. */
function saysPage({ name, description }: Read): boolean {
  return /^(paginacao|pagination|paging)/.test(plain(name)) || /\b(pages?|pagination|next)\b/i.test(description);
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
    /^(u?int(32|64))?$/.test(each.schema.format ?? '') &&
    !isTime(each) &&
    shown.every((value) => /^\d+$/.test(String(value)))
  );
}

/** What is there by default says more than a bound, which may be excluded. */
function firstPage({ minimum, default: usual }: Schema): 0 | 1 {
  return (usual === undefined ? minimum === 0 : Number(usual) === 0) ? 0 : 1;
}

function numberOf(parameter: Read | undefined, keyword: string, option: string): Record<string, number> {
  const value = Number(parameter?.schema[keyword] ?? 0);
  return value > 0 && Number.isFinite(value) ? { [option]: value } : {};
}

import { cursorPager } from '../dialect/pagination/cursor.ts';
import { offsetLimit } from '../dialect/pagination/offset.ts';
import { pageNumber } from '../dialect/pagination/page-number.ts';
import type { Pager } from '../dialect/pagination/pager.ts';
import type { Parameter } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';

const cursors =
  /^(cursor|after|starting_?after|page_?token|next_?token|continuation(_?token)?|cursor_?mark|marker|proximo_?cursor)$/i;
const offsets = /^(offset|skip|start|start_?index|first_?result|deslocamento|inicio|desde)$/i;
const pages = /^(page|page_?number|page_?no|pagina|numero_?pagina|p)$/i;
const sizes =
  /^(limit|per_?page|page_?size|size|count|take|top|max(_?results|_?items)?|limite|por_?pagina|itens_?por_?pagina|tamanho(_?pagina)?|quantidade|registros_?por_?pagina)$/i;

/** Infers a list's pagination from the names of its query parameters; defaults and bounds come from their schemas. */
export function inferPager(operation: Operation): Pager | undefined {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  const find = (pattern: RegExp) => query.find(({ name }) => pattern.test(name));
  const [size, cursor, offset, page] = [find(sizes), find(cursors), find(offsets), find(pages)];
  const bounds = { ...numberOf(size, 'default', 'size'), ...numberOf(size, 'maximum', 'max') };
  if (cursor) return cursorPager({ cursor: cursor.name, limit: size?.name, ...bounds });
  if (offset) return offsetLimit({ offset: offset.name, limit: size?.name, ...bounds });
  if (page) return pageNumber({ page: page.name, perPage: size?.name, first: firstPage(page), ...bounds });
  if (size) return offsetLimit({ limit: size.name, ...bounds });
  return undefined;
}

function firstPage(parameter: Parameter): 0 | 1 {
  return parameter.schema?.minimum === 0 || parameter.schema?.default === 0 ? 0 : 1;
}

function numberOf(parameter: Parameter | undefined, keyword: string, option: string): Record<string, number> {
  const value = parameter?.schema?.[keyword];
  return typeof value === 'number' && value > 0 ? { [option]: value } : {};
}

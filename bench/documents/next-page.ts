import type { Parameter } from '../../server/openapi/document-types.ts';
import type { TestAnswer } from '../../server/testing/test-portal.ts';

/**
 * The query of the page after the first one, as a client would find it without knowing the engine: by a link, by a mark that the
 * answer has for a parameter, by the last record, by its number or by an offset.
 */
export function findNextPage(
  parameters: Parameter[],
  answer: TestAnswer,
  last: unknown,
): Record<string, string> | undefined {
  const names = parameters.map(({ name }) => name);
  const named = (pattern: RegExp) => names.find((name) => pattern.test(name));
  const link = linkIn(answer);
  if (link) return Object.fromEntries(new URL(link, 'http://portal.invalid').searchParams);
  const isTime = (name: string) => /^date/.test(parameters.find((each) => each.name === name)?.schema?.format ?? '');
  const cursor =
    named(/cursor|iterator|(?:page|next|pagination)_?token|marker|continuation/i) ??
    named(/(?<!access_?|oauth_?)token|^after$/i);
  const mark = markIn(answer.body);
  if (cursor && !isTime(cursor) && mark !== undefined) return { [cursor]: mark };
  const id = (last as Record<string, unknown> | undefined)?.id;
  const after = named(/^(?:starting_?after|after|after_?id|since_?id)$/i);
  if (after && !isTime(after) && id !== undefined) return { [after]: String(id) };
  const page = named(/^(?:page|page_?(?:number|no|index)|page\[number\]|pagina|pagina_?atual)$/i);
  const pageSchema = parameters.find(({ name }) => name === page)?.schema;
  const { default: usual, minimum } = pageSchema ?? {};
  if (page) return { [page]: (usual === undefined ? minimum === 0 : Number(usual) === 0) ? '1' : '2' };
  const offset = named(/^(?:offset|skip|start|\$skip|start_?index|page\[offset\])$/i);
  return offset ? { [offset]: '1' } : undefined;
}

function linkIn({ headers, body }: TestAnswer): string | undefined {
  const [, linked] = /<([^>]+)>[^,]*rel="?next"?/.exec(headers.link ?? '') ?? [];
  return linked ?? textsIn(body).find(([name, text]) => /next/i.test(name) && /^(?:https?:|\/)/.test(text))?.[1];
}

function markIn(body: unknown): string | undefined {
  return textsIn(body).find(([name]) =>
    /next.*(?:cursor|token|marker|page)|^(?:cursor|iterator|continuation)/i.test(name),
  )?.[1];
}

/** The texts outside of lists, each with the names that lead to it. */
function textsIn(value: unknown, way = ''): [name: string, text: string][] {
  if (typeof value === 'string' && value !== '') return [[way, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, way === '' ? name : `${way}_${name}`));
}

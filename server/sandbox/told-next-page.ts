import { pageUrl } from '../dialect/pagination/link-header.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { hasProfile } from '../plan/has-profile.ts';
import type { Call } from './behaviours/call.ts';
import { meansPage, type WrapperFacts } from './wrapper-meanings.ts';

/**
 * A page with the mark of the next one where no schema has a place for that, but the texts of the document say it: "a `next_page` with an
 * `offset`". A client could not go on else.
 */
export function withToldPage({ api, plan }: Call, body: unknown, { url, queries }: WrapperFacts): unknown {
  const { list, pager, linksPages } = plan;
  if (list?.key === undefined || list.within !== undefined || !pager?.marks || linksPages || hasProfile(api))
    return body;
  const { properties, closed } = shapeOf(api.document, list.schema);
  if (closed || Object.keys(properties).some((name) => meansPage(name))) return body;
  const told = toldPages(api.document, undefined).find(({ mark }) => pager.marks?.includes(mark));
  if (!told || told.name in properties) return body;
  const { name, mark } = told;
  const next = queries.next && pageUrl(url, queries.next);
  const page = next ? { [mark]: queries.next?.[mark], path: next.replace(/^[a-z]+:\/\/[^/]+/i, ''), uri: next } : null;
  return { ...(body as object), [name]: page };
}

const sentence = /`(next_?\w+)` with an? `(\w+)`/gi;

const toldPages = memoize((document: OpenApiDocument): { name: string; mark: string }[] => {
  const text = JSON.stringify(document, (_, value) =>
    typeof value === 'string' || typeof value === 'object' ? value : null,
  );
  return [...text.matchAll(sentence)].map(([, name = '', mark = '']) => ({ name, mark }));
});

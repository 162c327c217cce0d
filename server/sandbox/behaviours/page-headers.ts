import { type DeclaredHeader, declaredHeadersOf } from '../../openapi/declared-headers.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { findResponse } from '../../openapi/find-response.ts';
import { memoize } from '../../openapi/memoize.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { fillByMeaning } from '../fill-by-meaning.ts';
import type { WrapperFacts } from '../wrapper-meanings.ts';
import type { Call } from './call.ts';

/** What the declared headers of a list tell of its page, by their names: `X-Total-Count`, `X-Page`, `Content-Range`. */
export function pageHeaders({ api, plan }: Call, facts: WrapperFacts): Record<string, string> {
  const response = findResponse(plan.operation.responses, plan.success.status);
  if (!response?.headers || hasProfile(api)) return {};
  const declared = declaredHeadersOf(response, api.document);
  const known = fillByMeaning(api.document, schemaOf(declared), facts);
  const { offset, count, total } = facts.page;
  const range = count > 0 ? `items ${offset}-${offset + count - 1}/${total}` : `items */${total}`;
  const headers = declared.flatMap(({ name }): [string, string][] => {
    if (name === 'content-range') return [[name, range]];
    const value = known[withoutPrefix(name)];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(headers);
}

/** The headers as the properties of an object. */
const schemaOf = memoize((declared: DeclaredHeader[]): Schema => {
  const properties = declared.map(({ name, schema }): [string, Schema] => [withoutPrefix(name), schema ?? {}]);
  return { type: 'object', properties: Object.fromEntries(properties) };
});

function withoutPrefix(name: string): string {
  return name.replace(/^x-/, '').replace(/^pagination-/, '');
}

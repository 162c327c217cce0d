import type { Call } from './behaviours/call.ts';

const parameterNames = /^(\$?expand|expansions?|include|includes|embed|_embed|populate)$/i;
/** Callers who name more than that do not know what they want. */
const mostNames = 20;

/** What a caller wants to see instead of ids: `expand[]=customer`, `include=customer,items.product`, `{"expand": ["customer"]}`. */
export function namesToExpand({ plan: { operation }, parameters, body }: Call): string[] {
  const declared = operation.parameters.filter(
    ({ in: place, name }) => place === 'query' && parameterNames.test(name.replace(/\[\]$/, '')),
  );
  const sent = declared.map(({ name }) => parameters.query[name]);
  const inBody = typeof body === 'object' && body !== null ? (body as { expand?: unknown }).expand : undefined;
  const texts = [...sent, Array.isArray(inBody) ? inBody : []].flat(2).filter((each) => typeof each === 'string');
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim());
  return [...new Set(names)].filter((name) => /^[\w-]+(\.[\w-]+)*$/.test(name)).slice(0, mostNames);
}

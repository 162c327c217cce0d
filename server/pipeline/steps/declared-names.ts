import type { Incoming } from '../../answers/incoming.ts';
import type { Operation } from '../../openapi/operations.ts';
import { decodeText } from '../../openapi/split-list.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { plain } from '../../plan/names.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { isTakenBy } from '../../plan/unknown-parameters.ts';

/**
 * The request by the names that the document has for its query: `page_size` is `page[size]`, and `count` is `Count`, where there is no
 * profile, nothing else has the name that was sent, and the other was not sent as well.
 */
export function withDeclaredNames(api: ServedApi, operation: Operation, incoming: Incoming): Incoming {
  if (incoming.query.size === 0 || hasProfile(api)) return incoming;
  const isTaken = isTakenBy(api, operation);
  const renamed = new Map<string, string>();
  for (const name of new Set(incoming.query.keys())) {
    if (isTaken(name)) continue;
    const [own, other] = operation.parameters.filter((each) => each.in === 'query' && plain(each.name) === plain(name));
    if (own && !other && !incoming.query.has(own.name)) renamed.set(name, own.name);
  }
  if (renamed.size === 0) return incoming;
  const at = incoming.url.indexOf('?');
  const pairs = incoming.url.slice(at + 1).split('&');
  const search = pairs.map((pair) => renamePair(pair, renamed)).join('&');
  return { ...incoming, query: new URLSearchParams(search), url: `${incoming.url.slice(0, at)}?${search}` };
}

function renamePair(pair: string, renamed: Map<string, string>): string {
  const [name = ''] = pair.split('=', 1);
  const own = renamed.get(decodeText(name));
  return own === undefined ? pair : encodeURIComponent(own) + pair.slice(name.length);
}

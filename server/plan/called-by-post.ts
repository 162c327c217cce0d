import { bareType } from '../../wire/media-types.ts';
import type { Incoming } from '../answers/incoming.ts';
import { memoize } from '../openapi/memoize.ts';
import { hasProfile } from './has-profile.ts';
import type { ApiPlan } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

const mostFields = 100;

/** Whether an API's paths are the names of procedures, `/chat.postMessage`: such are called by POST as well as by GET. */
const namesProcedures = memoize(({ operations }: ApiPlan): boolean => {
  const paths = new Set([...operations.keys()].map(({ path }) => path));
  const called = [...paths].filter((path) => /^\/[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(path));
  return called.length > 2 && called.length > 0.8 * paths.size;
});

/** Whether a POST to a path that is declared for GET alone calls the same procedure. */
export function isCalledByPost(api: ServedApi, { method, headers }: Incoming): boolean {
  const isForm = [undefined, 'application/x-www-form-urlencoded'].includes(
    headers['content-type'] && bareType(headers['content-type']),
  );
  return method === 'POST' && isForm && !hasProfile(api) && namesProcedures(api.plan);
}

/** A call by POST as the GET that it stands for: its fields are the query. */
export function asGet(incoming: Incoming): Incoming {
  const fields = [...new URLSearchParams(incoming.body?.toString() ?? '')].slice(0, mostFields);
  const query = new URLSearchParams([...incoming.query, ...fields]);
  const [address = ''] = incoming.url.split('?', 1);
  const url = query.size > 0 ? `${address}?${query}` : address;
  return { ...incoming, method: 'GET', query, url, body: undefined };
}

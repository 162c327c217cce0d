import type { LoggedRequest } from '../../generated/platform/types.gen.ts';
import { type RequestFilters, toQuery } from './request-filters.ts';

/** Whether a call belongs to the list that the filters make; undefined if only the server can tell. */
export function matchesFilters(request: LoggedRequest, filters: RequestFilters): boolean | undefined {
  const { target, status, status_class, except_status, credential_id, since, until, q, ...equal } = toQuery(filters);
  const { api, operation, method, error_code } = equal;
  const at = Date.parse(request.at);
  const isWanted =
    (target === undefined || (request.api === 'platform') === (target === 'platform')) &&
    (api === undefined || api === request.api) &&
    (operation === undefined || operation === request.operation) &&
    (method === undefined || method === request.method) &&
    (error_code === undefined || error_code === request.error_code) &&
    (status === undefined || status === request.status) &&
    (status_class === undefined || Number(status_class[0]) === classOf(request)) &&
    (except_status === undefined || except_status !== request.status) &&
    (credential_id === undefined || credential_id === request.actor?.id) &&
    (since === undefined || at >= Date.parse(since)) &&
    (until === undefined || at < Date.parse(until));
  if (!isWanted) return false;
  return q === undefined ? true : undefined;
}

/** Dropped connections have no status, and count among the failures of the server. */
function classOf({ status }: LoggedRequest): number {
  return status === null ? 5 : Math.floor(status / 100);
}

import type { RequestPage } from '../../generated/platform/types.gen.ts';

const reads = new Set(['listRequests', 'streamRequests', 'getRequest', 'getMetrics']);

/** A page of the log without what this very browser has read from it: each look would add a call to the list. */
export function withoutOwnReads(page: RequestPage, userAgent = navigator.userAgent): RequestPage {
  const data = page.data.filter(
    ({ api, operation, user_agent }) =>
      !(api === 'platform' && user_agent === userAgent.slice(0, 512) && reads.has(operation ?? '')),
  );
  return data.length === page.data.length ? page : { ...page, data };
}

import type { ReceivedResponse } from '../../exchange/received-response.ts';

/** How long the parts of a call took, in milliseconds. */
export interface CallTiming {
  /** Name, connection and TLS; 0 where a connection was there. */
  connect: number;
  /** From the request to the first byte of the answer. */
  wait: number;
  download: number;
}

/** What the browser has measured of a call; other servers may keep it to themselves. */
export function findTiming({ url, sentAt }: ReceivedResponse): CallTiming | undefined {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const start = Date.parse(sentAt) - performance.timeOrigin;
  const entry = entries.findLast(({ name, startTime }) => name.startsWith(url) && Math.abs(startTime - start) < 100);
  if (!entry || entry.responseStart === 0) return undefined;
  return {
    connect: entry.connectEnd - entry.domainLookupStart,
    wait: entry.responseStart - entry.requestStart,
    download: entry.responseEnd - entry.responseStart,
  };
}

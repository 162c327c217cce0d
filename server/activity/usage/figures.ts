import { quantile } from './duration-buckets.ts';

/** Counts of calls with one status and one bucket of durations. */
export interface Counted {
  status: number;
  bucket: number;
  calls: number;
  request_bytes: number;
  response_bytes: number;
  dropped: number;
}

/** What is told of a number of calls. Rates and times are null where nothing was counted. */
export interface Figures {
  calls: number;
  /** Statuses 4xx, without 429: mostly the caller's mistakes. */
  client_errors: number;
  /** 429. */
  rate_limited: number;
  /** 5xx, and connections that were dropped on purpose. */
  server_errors: number;
  /** All of these, divided by all calls. */
  error_rate: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  p99_ms: number | null;
  request_bytes: number;
  response_bytes: number;
  /** Calls that the request log could not keep. */
  not_logged: number;
}

export function figuresOf(counts: Counted[]): Figures {
  const sum = (of: (count: Counted) => number) => counts.reduce((total, count) => total + of(count), 0);
  const callsWith = (is: (status: number) => boolean) => sum(({ status, calls }) => (is(status) ? calls : 0));
  const calls = sum((count) => count.calls);
  const client_errors = callsWith((status) => status >= 400 && status < 500 && status !== 429);
  const rate_limited = callsWith((status) => status === 429);
  const server_errors = callsWith((status) => status >= 500 || status === 0);
  const failed = client_errors + rate_limited + server_errors;
  return {
    calls,
    client_errors,
    rate_limited,
    server_errors,
    error_rate: calls === 0 ? null : Math.round((failed / calls) * 10_000) / 10_000,
    p50_ms: timeOf(counts, 0.5),
    p95_ms: timeOf(counts, 0.95),
    p99_ms: timeOf(counts, 0.99),
    request_bytes: sum((count) => count.request_bytes),
    response_bytes: sum((count) => count.response_bytes),
    not_logged: sum((count) => count.dropped),
  };
}

/** A quantile of durations in milliseconds, to two significant digits: more would be false. Null where nothing was counted. */
export function timeOf(counts: Pick<Counted, 'bucket' | 'calls'>[], share: number): number | null {
  const milliseconds = quantile(counts, share);
  return milliseconds === undefined ? null : Number(milliseconds.toPrecision(2));
}

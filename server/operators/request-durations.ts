import type { Metric, Sample } from './open-metrics.ts';

/** OpenTelemetry's bounds for `http.server.request.duration`, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** OpenTelemetry's limit of attribute sets of one metric; further ones are counted as one. */
const most = 2_000;

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY']);

interface AnsweredRequest {
  method: string;
  /** The template of the address, never the address itself; undefined where none matches. */
  route: string | undefined;
  status: number;
  seconds: number;
}

interface Series {
  labels: Record<string, string>;
  /** Requests in each bucket, and in the one without a bound. */
  counts: number[];
  sum: number;
}

/** Counts how long requests took, in buckets, for each route, method and status. */
export function createRequestDurations(scheme: string) {
  const known = new Map<string, Series>();

  const seriesOf = ({ method, route = '', status }: AnsweredRequest): Series => {
    const given = knownMethods.has(method) ? method : '_OTHER';
    const key = `${given} ${status} ${route}`;
    const found = known.get(key);
    if (found) return found;
    if (known.size >= most) return add('overflow', { otel_metric_overflow: 'true' });
    return add(key, {
      http_request_method: given,
      http_response_status_code: String(status),
      ...(route && { http_route: route }),
      url_scheme: scheme,
      ...(status >= 500 && { error_type: String(status) }),
    });
  };
  const add = (key: string, labels: Series['labels']): Series => {
    const series = known.get(key) ?? { labels, counts: new Array(bounds.length + 1).fill(0), sum: 0 };
    known.set(key, series);
    return series;
  };

  return {
    record(request: AnsweredRequest): void {
      const series = seriesOf(request);
      const found = bounds.findIndex((bound) => request.seconds <= bound);
      const bucket = found === -1 ? bounds.length : found;
      series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
      series.sum += request.seconds;
    },

    read(): Metric {
      return {
        name: 'http_server_request_duration_seconds',
        type: 'histogram',
        unit: 'seconds',
        help: 'Duration of HTTP server requests.',
        samples: [...known.values()].flatMap(samplesOf),
      };
    },
  };
}

function samplesOf({ labels, counts, sum }: Series): Sample[] {
  let passed = 0;
  const buckets = counts.map((count, index): Sample => {
    passed += count;
    return { suffix: '_bucket', labels: { ...labels, le: boundText(bounds[index]) }, value: passed };
  });
  return [...buckets, { suffix: '_count', labels, value: passed }, { suffix: '_sum', labels, value: sum }];
}

/** OpenMetrics asks for a point in every bound. */
function boundText(bound: number | undefined): string {
  if (bound === undefined) return '+Inf';
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

import { mostSubjects, type Verdict } from './figures.ts';
import type { EndpointHealth } from './signals.ts';

/** Judges whether endpoints fail: so many deliveries in a row, or so many that the portal has disabled them. */
export function judgeWebhooks(endpoints: EndpointHealth[], leastFailures: number): Verdict {
  const failing = endpoints
    .filter(({ status, consecutive_failures }) => status === 'disabled' || consecutive_failures >= leastFailures)
    .sort((a, b) => b.consecutive_failures - a.consecutive_failures);
  const figures = {
    value: endpoints.reduce((most, { consecutive_failures }) => Math.max(most, consecutive_failures), 0),
    window_minutes: null,
    calls: null,
    affected: failing.length,
    subjects: failing.slice(0, mostSubjects).map(({ id, url, consecutive_failures }) => ({
      type: 'webhook_endpoint' as const,
      id,
      name: url,
      count: consecutive_failures,
      ends_at: null,
    })),
  };
  return { state: failing.length > 0 ? 'bad' : 'good', figures };
}

import autocannon, { type Result } from 'autocannon';
import { basic } from '../targets.ts';

export const customers = '/sandbox/notas/v1/customers';

const CONNECTIONS = 12;

type Request = { headers: Record<string, string>; method?: 'POST'; body?: string };

/** What a load gave. */
export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  refused: number;
}

/** Guests whose sandboxes are seeded: many, so that few meet their limit. */
export async function openWorkspaces(origin: string, count: number): Promise<string[]> {
  const secrets: string[] = [];
  while (secrets.length < count) {
    const response = await fetch(`${origin}/platform/v1/guest_workspaces`, { method: 'POST' });
    const { api_key } = (await response.json()) as { api_key: { secret: string } };
    await (await fetch(origin + customers, { headers: basic(api_key.secret) })).text();
    secrets.push(api_key.secret);
  }
  return secrets;
}

/** Loads all servers at once for so many seconds, with the same number of connections in all: a write after every four reads. */
export async function loadRequests(origins: string[], secrets: string[], seconds: number): Promise<Load> {
  const requests = secrets.map((secret, index): Request => {
    const headers = basic(secret);
    if (index % 5 !== 4) return { headers };
    const body = JSON.stringify({ type: 'individual', name: 'Ana', email: 'ana@example.com' });
    return { headers: { ...headers, 'content-type': 'application/json' }, method: 'POST', body };
  });
  const results = await Promise.all(
    origins.map((origin) =>
      autocannon({
        url: origin + customers,
        requests,
        connections: CONNECTIONS / origins.length,
        duration: seconds,
      }),
    ),
  );
  const worst = (pick: (result: Result) => number) => Math.max(...results.map(pick));
  return {
    perSecond: results.reduce((sum, { requests: { average } }) => sum + average, 0),
    p50: worst(({ latency }) => latency.p50),
    p99: worst(({ latency }) => latency.p99),
    refused: results.reduce((sum, { non2xx }) => sum + non2xx, 0),
  };
}

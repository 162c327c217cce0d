import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { invoice, invoices } from './issuing-workspaces.ts';
import { type PortalOptions, startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';

const platform = '/platform/v1';

/** A portal that delivers to receivers on this machine. */
export function startDeliveringPortal(options: PortalOptions = {}): Promise<TestPortal> {
  return startTestPortal({ ...options, env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1', ...options.env } });
}

/** A new workspace, with requests for tests of webhooks. */
export interface WebhookWorkspace {
  key: string;
  call(request: string, body?: unknown): Promise<TestAnswer>;
  /** Creates an endpoint, by default for one event type; returns it with its secret. */
  endpoint(url: string, fields?: Record<string, unknown>): Promise<TestAnswer['body']>;
  /** Issues an invoice, which causes one `document_processing` at once. */
  issue(): Promise<TestAnswer>;
  advance(seconds: number): Promise<void>;
  /** Deliveries, by default those of `document_processing`. */
  deliveries(query?: string): Promise<TestAnswer['body'][]>;
  delivery(id: string): Promise<TestAnswer['body']>;
}

export async function newWebhookWorkspace(portal: TestPortal): Promise<WebhookWorkspace> {
  const key = await portal.guest();
  const call = (request: string, body?: unknown) =>
    portal.call(request.includes('/sandbox/') ? request : request.replace(' ', ` ${platform}`), { key, body });
  return {
    key,
    call,
    endpoint: async (url, fields = {}) => {
      const { status, body } = await call('POST /webhook_endpoints', {
        url,
        event_types: ['notas:document_processing'],
        ...fields,
      });
      assert.equal(status, 201, JSON.stringify(body));
      return body;
    },
    issue: () => call(`POST ${invoices}`, invoice),
    advance: async (seconds) => {
      const { status } = await call('PATCH /workspace/clock', { advance_seconds: seconds });
      assert.equal(status, 200);
    },
    deliveries: async (query = 'type=document_processing') =>
      (await call(`GET /deliveries?limit=100&${query}`)).body.data,
    delivery: async (id) => (await call(`GET /deliveries/${id}`)).body,
  };
}

/** Polls until a condition holds, and fails with the last value when it never does. */
export async function until<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end)
      assert.fail(`The condition did not hold within ${seconds} s: ${JSON.stringify(seen, null, 1)}`);
    await wait(10);
  }
}

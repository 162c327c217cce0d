import { expect, type Page } from '@playwright/test';

// biome-ignore lint/suspicious/noExplicitAny: a test knows the response's shape
type Body = any;

/** Calls the platform API's webhook operations with this page's key. */
export interface TestWebhooks {
  call: (method: string, path: string, body?: object) => Promise<Body>;
  /** Creates an inbox, and an endpoint that delivers to it. */
  receive: (inbox?: object) => Promise<{ inbox: Body; endpoint: Body }>;
  /** Sends a test event to the last endpoint and waits until its delivery was attempted. */
  sendTest: () => Promise<Body>;
  /** Triggers a sandbox event; returns the created record. */
  createOpportunity: () => Promise<Body>;
}

/** Waits until the page has a key, then uses it. */
export async function openWebhooks(page: Page, origin = ''): Promise<TestWebhooks> {
  const findKey = () => page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/)?.[0]);
  await expect.poll(findKey).toBeTruthy();
  const key = await findKey();
  let endpoint: Body;

  async function call(method: string, path: string, data?: object): Promise<Body> {
    const url = origin + (path.startsWith('/sandbox/') ? path : `/platform/v1${path}`);
    const response = await page.request.fetch(url, { method, data, headers: { authorization: `Bearer ${key}` } });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response.json();
  }

  return {
    call,
    async receive(fields = {}) {
      const inbox = await call('POST', '/inboxes', fields);
      endpoint = await call('POST', '/webhook_endpoints', { url: inbox.url });
      return { inbox, endpoint };
    },
    async sendTest() {
      const { id } = await call('POST', `/webhook_endpoints/${endpoint.id}/test_events`);
      await expect.poll(async () => (await call('GET', `/deliveries/${id}`)).attempt_count).toBeGreaterThan(0);
      return id;
    },
    createOpportunity: () =>
      call('POST', '/sandbox/crm/v2/oportunidades', {
        titulo: 'Balcões refrigerados',
        cliente: 'Padaria Trigo Novo Ltda',
        situacao: 'aberta',
        responsavel_id: 2,
        valor: { quantia: '38400.00', moeda: 'BRL' },
      }),
  };
}

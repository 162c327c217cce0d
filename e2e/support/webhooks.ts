import { expect, type Page } from '@playwright/test';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as what they are known to be
type Body = any;

/** The webhooks of the workspace whose key this page keeps, by the platform API. */
export interface TestWebhooks {
  call: (method: string, path: string, body?: object) => Promise<Body>;
  /** Makes an inbox, and an endpoint that leads to it. */
  receive: (inbox?: object) => Promise<{ inbox: Body; endpoint: Body }>;
  /** Sends a test event to the last endpoint that was made, and waits until it has been tried. */
  sendTest: () => Promise<Body>;
  /** Causes an event of a sandbox; gives the record. */
  createOpportunity: () => Promise<Body>;
}

/** Waits until the page has its key, and calls with it. */
export async function openWebhooks(page: Page, origin = ''): Promise<TestWebhooks> {
  const findKey = () => page.evaluate(() => JSON.stringify(sessionStorage).match(/sk_test_\w+/)?.[0]);
  await expect.poll(findKey).toBeTruthy();
  const key = await findKey();
  let endpoint: Body;

  async function call(method: string, path: string, data?: object): Promise<Body> {
    const url = origin + (path.startsWith('/sandbox/') ? path : `/platform/v1${path}`);
    const answer = await page.request.fetch(url, { method, data, headers: { authorization: `Bearer ${key}` } });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
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

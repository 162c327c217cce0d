import { expect, type Page } from '@playwright/test';

const customers = '/sandbox/notas/v1/customers';

/** A customer whose e-mail address is none. */
export const wrongCustomer = {
  type: 'individual',
  name: 'Luana Vidal',
  federal_tax_number: '55566677720',
  email: 'luana',
};

/** Programs that call Notas with this page's key. */
export interface Caller {
  /** Sends a customer; returns the status and the request's id. */
  createCustomer: (customer: object) => Promise<{ status: number; id: string }>;
  readCustomer: (id: string) => Promise<{ status: number; id: string }>;
  /** Waits until the log has a call with this text. */
  waitUntilLogged: (text: string) => Promise<void>;
}

/** Waits until the page has a key, and calls with it as another program would. */
export async function openCaller(page: Page): Promise<Caller> {
  const findKey = () =>
    page.evaluate(() => (JSON.stringify(sessionStorage) + JSON.stringify(localStorage)).match(/sk_test_\w{20,}/)?.[0]);
  await expect.poll(findKey).toBeTruthy();
  const key = await findKey();
  const authorization = `Basic ${Buffer.from(`${key}:x`).toString('base64')}`;

  async function call(method: string, path: string, data?: object) {
    const headers = { authorization, 'user-agent': 'invoices/2.1' };
    const response = await page.request.fetch(path, { method, data, headers });
    return { status: response.status(), id: response.headers()['x-request-id'] ?? '' };
  }
  return {
    createCustomer: (customer) => call('POST', customers, customer),
    readCustomer: (id) => call('GET', `${customers}/${id}`),
    waitUntilLogged: async (text) => {
      const headers = { authorization: `Bearer ${key}` };
      const log = `/platform/v1/requests?target=sandbox&q=${text}`;
      await expect
        .poll(async () => (await (await page.request.get(log, { headers })).json()).data.length)
        .toBeGreaterThan(0);
    },
  };
}

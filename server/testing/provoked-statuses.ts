import type { Browser } from './browser.ts';
import { invoice, invoices } from './issuing-workspaces.ts';
import { joinWorkspace } from './members.ts';
import { company, notas } from './notas.ts';
import type { Maker } from './platform-objects.ts';
import { available, base, buyer, payable, sponsor } from './recebiveis.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** A new workspace of an administrator, in which statuses are provoked. */
export interface Provocation {
  portal: TestPortal;
  maker: Maker;
  browser: Browser;
  /** Ids of an object for the operation's path. */
  ids: Record<string, string>;
  call(request: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
}

type Provoke = (to: Provocation) => Promise<TestAnswer>;

const platform = '/platform/v1';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

/** Sends a request again and again until it is refused. */
async function untilRefused(send: () => Promise<TestAnswer>): Promise<TestAnswer> {
  for (let count = 0; ; count++) {
    const answer = await send();
    if (answer.status >= 400 || count > 1000) return answer;
  }
}

/** Sends a request again, while other things go on, until it gets a status. */
async function untilAnswered(status: number, send: () => Promise<TestAnswer>): Promise<TestAnswer> {
  for (let count = 0; ; count++) {
    const answer = await send();
    if (answer.status === status || count > 50) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks for what may have changed meanwhile, with the entity tag that it had. */
const unchanged =
  (path: (ids: Provocation['ids']) => string): Provoke =>
  ({ call, ids }) =>
    untilAnswered(304, async () => {
      const { headers } = await call(`GET ${path(ids)}`);
      return call(`GET ${path(ids)}`, undefined, { 'if-none-match': headers.etag ?? '' });
    });

/** Two customers, the second of which is given the `external_id` of the first. */
const takenExternalId =
  (method: string): Provoke =>
  async ({ call }) => {
    await call(`POST ${notas}/customers`, { ...customer, external_id: 'CRM-9' });
    const { body } = await call(`POST ${notas}/customers`, { ...customer, external_id: 'CRM-10' });
    return call(`${method} ${notas}/customers/${body.id}`, { ...customer, external_id: 'CRM-9' });
  };

/** The company of the key is given the CNPJ of another. */
const takenCnpj =
  (method: string): Provoke =>
  async ({ call }) => {
    const { body } = await call(`GET ${notas}/companies`);
    const other = body.find(({ id }: { id: string }) => id !== company);
    const own = body.find(({ id }: { id: string }) => id === company);
    const { id, links, status, created_at, updated_at, ...fields } = own;
    return call(`${method} ${notas}/companies/${company}`, { ...fields, federal_tax_number: other.federal_tax_number });
  };

/** Something that needs an issued invoice, of one that is still in process. */
const unissued =
  (request: (id: string) => string, headers = {}): Provoke =>
  async ({ call }) => {
    const { body } = await call(`POST ${invoices}`, invoice);
    return call(request(`${invoices}/${body.id}`), undefined, headers);
  };

/** A payable that was bought is changed or removed. */
const bought =
  (method: string, body?: unknown): Provoke =>
  async ({ call }) => {
    const { body: purchase } = await call(`POST ${base}${buyer}/purchases`, {
      payableId: available,
      monthlyRate: '1.85',
    });
    return call(`${method} ${base}${sponsor}/payables/${purchase.payableId}`, body);
  };

/** How to obtain a status that the general requests do not, by operation and status. */
export const provokedStatuses: Record<string, Provoke> = {
  'replaceCompany 409': takenCnpj('PUT'),
  'updateCompany 409': takenCnpj('PATCH'),
  'activateCompany 409': async ({ call }) => {
    // Requests with one key meet while the first of them is under way; a slow machine may serve them one after the other.
    for (let round = 0; ; round++) {
      const key = { 'idempotency-key': `once-${round}` };
      const send = () => call(`POST ${notas}/companies/${company}/activate`, undefined, key);
      const answers = await Promise.all(Array.from({ length: 8 }, send));
      const conflict = answers.find(({ status }) => status === 409);
      if (conflict || round === 50) return conflict ?? (answers[0] as TestAnswer);
    }
  },
  'createCustomer 409': async ({ call }) => {
    await call(`POST ${notas}/customers`, { ...customer, external_id: 'CRM-9' });
    return call(`POST ${notas}/customers`, { ...customer, external_id: 'CRM-9' });
  },
  'replaceCustomer 409': takenExternalId('PUT'),
  'updateCustomer 409': takenExternalId('PATCH'),
  'getServiceInvoice 409': unissued((path) => `GET ${path}`, { accept: 'application/pdf' }),
  'getServiceInvoicePdf 409': unissued((path) => `GET ${path}/pdf`),
  'getServiceInvoiceXml 409': unissued((path) => `GET ${path}/xml`),
  'sendServiceInvoiceEmail 409': unissued((path) => `PUT ${path}/sendemail`),
  'updatePayable 409': async ({ call }) => {
    await call(`POST ${base}${sponsor}/payables`, payable('PED-A'));
    const { body } = await call(`POST ${base}${sponsor}/payables`, payable('PED-B'));
    return call(`PUT ${base}${sponsor}/payables/${body.id}`, payable('PED-A'));
  },
  'updatePayable 412': bought('PUT', payable('PED-C')),
  'deletePayable 412': bought('DELETE'),
  'createPurchase 404': async ({ call }) => {
    const { body } = await call(`POST ${base}${sponsor}/payables`, payable('PED-D'));
    await call(`PATCH ${platform}/workspace/clock`, { advance_seconds: 60 });
    return call(`POST ${base}/buyers/buy_none/purchases`, { payableId: body.id, monthlyRate: '1.85' });
  },
  'unapproveSignature 204': async ({ call }) => {
    const signature = `${base}${buyer}/signatures/0zkvnbfZsE`;
    await call(`POST ${signature}/approve`);
    return call(`POST ${signature}/unapprove`);
  },
  'createGuestWorkspace 429': ({ call }) => untilRefused(() => call(`POST ${platform}/guest_workspaces`)),
  'reportLeakedApiKey 429': ({ portal }) =>
    untilRefused(() =>
      portal.call(`POST ${platform}/api_keys/report_leak`, { body: { secret: `sk_test_${'x'.repeat(56)}` } }),
    ),
  'updateMember 409': ({ call, maker }) => call(`PATCH ${platform}/members/${maker.personId}`, { role: 'reader' }),
  'removeMember 409': ({ call, maker }) => call(`DELETE ${platform}/members/${maker.personId}`),
  'revokeInvitation 409': async ({ portal, call, browser }) => {
    const { invitationId } = await joinWorkspace(portal, browser, 'reader');
    return call(`DELETE ${platform}/invitations/${invitationId}`);
  },
  'createInvitationLink 409': async ({ portal, call, browser }) => {
    const { invitationId } = await joinWorkspace(portal, browser, 'reader');
    return call(`POST ${platform}/invitations/${invitationId}/links`);
  },
  'importWorkspace 409': async ({ portal, browser }) => {
    const rights = { name: 'CI', scopes: ['*:read', '*:write'] };
    const key = (await browser.send(`POST ${platform}/api_keys`, { body: rights })).body.secret;
    await portal.call(`GET ${notas}/customers`, { key });
    const { body: file } = await portal.call(`GET ${platform}/workspace/export`, { key });
    for (const { store, body } of file.apis[0].records) if (store === 'customers') body.external_id = 'CRM-9';
    return portal.call(`POST ${platform}/workspace/import`, { key, body: file });
  },
  'createSuggestion 429': ({ call }) =>
    untilRefused(() => call(`POST ${platform}/suggestions`, { text: 'A step.', page: '/guides/http', language: 'en' })),
  // Its list carries the time of the query, to the second.
  'listProducts 304': unchanged(() => `${notas}/products`),
  // An attempt may be under way.
  'getDelivery 304': unchanged((ids) => `${platform}/deliveries/${ids.delivery_id}`),
  'resendDelivery 202': ({ call, ids }) =>
    untilAnswered(202, () => call(`POST ${platform}/deliveries/${ids.delivery_id}/resends`)),
  // The list tells of each use, also of the key that asks; a session leaves it as it is.
  'listApiKeys 304': async ({ browser }) => {
    const { headers } = await browser.send(`GET ${platform}/api_keys`);
    return browser.send(`GET ${platform}/api_keys`, { headers: { 'if-none-match': headers.etag ?? '' } });
  },
  'updateApiKey 409': async ({ call, ids }) => {
    await call(`DELETE ${platform}/api_keys/${ids.api_key_id}`);
    return call(`PATCH ${platform}/api_keys/${ids.api_key_id}`, { name: 'Loja' });
  },
  'sendTestEvent 409': async ({ call, ids }) => {
    await call(`PATCH ${platform}/webhook_endpoints/${ids.endpoint_id}`, { status: 'paused' });
    return call(`POST ${platform}/webhook_endpoints/${ids.endpoint_id}/test_events`);
  },
};

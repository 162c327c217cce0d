import { type Day, holds, keeps, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function xero(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const { XeroClient } = sdk.default ?? sdk;
  const client = new XeroClient();
  client.setTokenSet({ access_token: key, token_type: 'Bearer', expires_in: 1800 });
  const { accountingApi: api } = client;
  api.basePath = url;
  const tenant = 'b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b';
  const sent = { name: 'Ada Lovelace', emailAddress: 'ada@example.com', firstName: 'Ada' };
  const made = await day.step(
    'create a contact',
    () => api.createContacts(tenant, { contacts: [sent] }),
    ({ body }) => keeps(body.contacts[0], sent),
  );
  const id = made?.body?.contacts?.[0]?.contactID;
  await day.step(
    'read it',
    () => api.getContact(tenant, id),
    ({ body }) => keeps(body.contacts[0], { contactID: id, ...sent }),
  );
  await day.step(
    'contacts',
    () => api.getContacts(tenant),
    ({ body }) => lists(body.contacts, [id], 'contactID'),
  );
  await day.step(
    'change it',
    () => api.updateContact(tenant, id, { contacts: [{ name: 'Ada King' }] }),
    ({ body }) => keeps(body.contacts[0], { contactID: id, name: 'Ada King', emailAddress: sent.emailAddress }),
  );
  const ids = [id];
  await day.step(
    'create several at once',
    () => api.createContacts(tenant, { contacts: [{ name: 'One' }, { name: 'Two' }] }),
    ({ body }) => {
      keeps(
        body.contacts.map(({ name }: Sdk) => name),
        ['One', 'Two'],
      );
      ids.push(...body.contacts.map(({ contactID }: Sdk) => contactID));
    },
  );
  await day.step(
    'all of them are there',
    () => api.getContacts(tenant),
    ({ body }) => lists(body.contacts, ids, 'contactID'),
  );
  await day.step(
    'by id',
    () => api.getContacts(tenant, undefined, undefined, undefined, [id]),
    ({ body }) => {
      lists(body.contacts, [id], 'contactID');
      holds(body.contacts.length === 1, `${body.contacts.length} contacts of one id`);
    },
  );
  const item = { code: 'TEA', name: 'Tea', description: 'Green' };
  const stored = await day.step(
    'create an item',
    () => api.createItems(tenant, { items: [item] }),
    ({ body }) => keeps(body.items[0], item),
  );
  const itemId = stored?.body?.items?.[0]?.itemID;
  await day.step(
    'read the item',
    () => api.getItem(tenant, itemId),
    ({ body }) => keeps(body.items[0], { itemID: itemId, ...item }),
  );
  await day.step(
    'change the item',
    () => api.updateItem(tenant, itemId, { items: [{ ...item, name: 'Mate' }] }),
    ({ body }) => keeps(body.items[0], { itemID: itemId, name: 'Mate' }),
  );
  await day.step('delete the item', () => api.deleteItem(tenant, itemId));
  await day.refused('read the item that is deleted', 404, () => api.getItem(tenant, itemId).catch(statusOfText));
  const invoice = {
    type: 'ACCREC',
    contact: { contactID: id },
    lineItems: [{ description: 'Tea', quantity: 2, unitAmount: 5 }],
    reference: 'R1',
    status: 'DRAFT',
  };
  const billed = await day.step(
    'create an invoice',
    () => api.createInvoices(tenant, { invoices: [invoice] }),
    ({ body }) =>
      keeps(body.invoices[0], { type: 'ACCREC', reference: 'R1', status: 'DRAFT', contact: { contactID: id } }),
  );
  const invoiceId = billed?.body?.invoices?.[0]?.invoiceID;
  await day.step(
    'read the invoice',
    () => api.getInvoice(tenant, invoiceId),
    ({ body }) => keeps(body.invoices[0], { invoiceID: invoiceId, reference: 'R1' }),
  );
  await day.step(
    'attach a file',
    () => api.createInvoiceAttachmentByFileName(tenant, invoiceId, 'a.txt', Buffer.from('text')),
    ({ body }) => keeps(body.attachments[0], { fileName: 'a.txt' }),
  );
  await day.step(
    'attachments',
    () => api.getInvoiceAttachments(tenant, invoiceId),
    ({ body }) => lists(body.attachments, ['a.txt'], 'fileName'),
  );
  await day.step(
    'read the file',
    () => api.getInvoiceAttachmentByFileName(tenant, invoiceId, 'a.txt', 'text/plain'),
    ({ body }) => keeps(String(body), 'text'),
  );
}

/** The SDK throws the response as JSON text. */
function statusOfText(error: Sdk): never {
  throw typeof error === 'string' ? { status: JSON.parse(error).response?.statusCode } : error;
}

import { type Day, holds, keeps, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

/** Where a document names none, either will do. */
const invalid = [400, 422];

export async function plaid(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const { Configuration, PlaidApi } = sdk.default ?? sdk;
  const headers = { 'PLAID-CLIENT-ID': 'client', 'PLAID-SECRET': key, 'Plaid-Version': '2020-09-14' };
  const client = new PlaidApi(new Configuration({ basePath: url, baseOptions: { headers } }));
  const link = {
    client_name: 'Shop',
    language: 'en',
    country_codes: ['US'],
    user: { client_user_id: 'u1' },
    products: ['auth'],
  };
  const token = await day.step(
    'create a link token',
    () => client.linkTokenCreate(link),
    ({ data }) => holds(data.link_token, 'no token'),
  );
  await day.step(
    'read it',
    () => client.linkTokenGet({ link_token: token.data.link_token }),
    ({ data }) => keeps(data.link_token, token.data.link_token),
  );
  const person = {
    name: 'Ada',
    iban: 'GB33BUKB20201555555555',
    address: { street: ['1 Road'], city: 'London', postal_code: 'N1', country: 'GB' },
  };
  const made = await day.step(
    'create a recipient',
    () => client.paymentInitiationRecipientCreate(person),
    ({ data }) => holds(data.recipient_id, 'no id'),
  );
  const recipient_id = made?.data?.recipient_id;
  await day.step(
    'read the recipient',
    () => client.paymentInitiationRecipientGet({ recipient_id }),
    ({ data }) => keeps(data, { recipient_id, ...person }),
  );
  await day.step(
    'recipients',
    () => client.paymentInitiationRecipientList({}),
    ({ data }) => lists(data.recipients, [recipient_id], 'recipient_id'),
  );
  const amount = { currency: 'GBP', value: 100 };
  const payment = await day.step(
    'create a payment',
    () => client.paymentInitiationPaymentCreate({ recipient_id, reference: 'Order 1', amount }),
    ({ data }) => holds(data.payment_id, 'no id'),
  );
  const payment_id = payment?.data?.payment_id;
  await day.step(
    'read the payment',
    () => client.paymentInitiationPaymentGet({ payment_id }),
    ({ data }) => keeps(data, { payment_id, recipient_id, reference: 'Order 1', amount }),
  );
  await day.step(
    'payments',
    () => client.paymentInitiationPaymentList({ count: 100 }),
    ({ data }) => lists(data.payments, [payment_id], 'payment_id'),
  );
  const item = await day.step(
    'create a public token',
    () => client.sandboxPublicTokenCreate({ institution_id: 'ins_3', initial_products: ['auth'] }),
    ({ data }) => holds(data.public_token, 'no token'),
  );
  const exchanged = await day.step(
    'exchange it',
    () => client.itemPublicTokenExchange({ public_token: item.data.public_token }),
    ({ data }) => holds(data.access_token && data.item_id, 'no token'),
  );
  const access_token = exchanged?.data?.access_token;
  await day.step(
    'accounts',
    () => client.accountsGet({ access_token }),
    ({ data }) => holds(data.accounts.length > 0, 'none'),
  );
  await day.step(
    'the item',
    () => client.itemGet({ access_token }),
    ({ data }) => keeps(data.item.item_id, exchanged.data.item_id),
  );
  await day.step(
    'set its webhook',
    () => client.itemWebhookUpdate({ access_token, webhook: 'https://example.com/hook' }),
    ({ data }) => keeps(data.item.webhook, 'https://example.com/hook'),
  );
  await day.step(
    'read its webhook',
    () => client.itemGet({ access_token }),
    ({ data }) => keeps(data.item.webhook, 'https://example.com/hook'),
  );
  await day.step(
    'transactions',
    () =>
      client.transactionsGet({ access_token, start_date: '2026-01-01', end_date: '2027-12-31', options: { count: 5 } }),
    ({ data }) =>
      holds(
        data.transactions.length <= 5 && data.total_transactions >= data.transactions.length,
        `${data.transactions.length} of ${data.total_transactions}`,
      ),
  );
  await day.step('follow transactions to their end', async () => {
    let cursor: string | undefined;
    for (let page = 0; page < 20; page++) {
      const { data }: Sdk = await client.transactionsSync({ access_token, ...(cursor && { cursor }) });
      if (!data.has_more) return;
      cursor = data.next_cursor;
    }
    throw new Error('the pages never end');
  });
  await day.step('remove the item', () => client.itemRemove({ access_token }));
  await day.refused('read the item that is removed', [400, 404], () => client.itemGet({ access_token }));
  await day.refused('what is needed is missing', invalid, () => client.linkTokenCreate({ client_name: 'Shop' }));
}

import { all, type Day, holds, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

/** Where a document names none, either will do. */
const invalid = [400, 422];

export async function stripe(day: Day, sdk: Sdk, { host, port, key }: Place): Promise<void> {
  const client = new sdk.default(key, { host, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
  const { customers, products, prices, invoiceItems, files, subscriptions, paymentIntents, refunds } = client;
  const sent = {
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    metadata: { tier: 'gold' },
    address: { city: 'London' },
  };
  const made = await day.step(
    'create a customer',
    () => customers.create(sent),
    (got) => keeps(got, sent),
  );
  await day.step(
    'read it',
    () => customers.retrieve(made.id),
    (got) => keeps(got, { id: made.id, ...sent }),
  );
  await day.step(
    'list customers',
    () => customers.list({ limit: 3 }),
    ({ data }) => lists(data, [made.id]),
  );
  await day.step(
    'change it',
    () => customers.update(made.id, { name: 'Ada King', metadata: { tier: 'silver' } }),
    (got) => keeps(got, { name: 'Ada King', email: sent.email, metadata: { tier: 'silver' } }),
  );
  await day.step(
    'read the change',
    () => customers.retrieve(made.id),
    (got) => keeps(got, { name: 'Ada King' }),
  );
  const ids: string[] = [made?.id];
  await day.step('create more', async () => {
    for (let count = 0; count < 25; count++)
      ids.push((await customers.create({ name: `Customer ${count}`, email: `c${count}@example.com` })).id);
  });
  await day.step(
    'walk all pages',
    () => all(customers.list({ limit: 10 })),
    (got) => lists(got, ids),
  );
  const walked = await all(customers.list({ limit: 100 })).catch(() => []);
  await day.step(
    'walk pages backwards',
    () => all(customers.list({ limit: 10, ending_before: walked.at(-1)?.id })),
    (got) =>
      lists(
        got,
        walked.slice(0, -1).map(({ id }) => id),
      ),
  );
  await day.refused('a mark that is none', invalid, () => customers.list({ starting_after: 'cus_none' }));
  await day.step(
    'filter by e-mail',
    () => customers.list({ email: 'c7@example.com' }),
    ({ data }) => {
      lists(data, [ids[8]]);
      holds(data.length === 1, `${data.length} customers of one e-mail`);
    },
  );
  const now = Math.floor(Date.now() / 1000);
  await day.step(
    'filter by time',
    () => customers.list({ created: { gte: now - 600 }, limit: 100 }),
    ({ data }) => lists(data, ids),
  );
  await day.step(
    'nothing of the future',
    () => customers.list({ created: { gt: now + 600 } }),
    ({ data }) => holds(data.length === 0, `${data.length} of the future`),
  );
  await day.step(
    'search',
    () => customers.search({ query: "email:'c3@example.com'" }),
    ({ data }) => lists(data, [ids[4]]),
  );
  await day.step(
    'delete one',
    () => customers.del(ids[1]),
    (got) => keeps(got, { id: ids[1], deleted: true }),
  );
  await day.step(
    'it is in no list',
    () => all(customers.list({ limit: 100 })),
    (got) => lacks(got, [ids[1]]),
  );

  const product = await day.step(
    'create a product',
    () => products.create({ name: 'Plan', active: true }),
    (got) => keeps(got, { name: 'Plan', active: true }),
  );
  const cost = { currency: 'brl', unit_amount: 1500, recurring: { interval: 'month' } };
  const price = await day.step(
    'create a price',
    () => prices.create({ ...cost, product: product.id }),
    (got) => keeps(got, { ...cost, product: product.id }),
  );
  await day.step(
    'filter prices by product',
    () => prices.list({ product: product.id }),
    ({ data }) => {
      lists(data, [price.id]);
      holds(data.length === 1, `${data.length} prices`);
    },
  );
  const subscription = await day.step(
    'subscribe',
    () => subscriptions.create({ customer: made.id, items: [{ price: price.id }] }),
    (got) => {
      keeps(got, { customer: made.id });
      keeps(got.items.data[0].price.id, price.id);
    },
  );
  await day.step(
    'read the subscription',
    () => subscriptions.retrieve(subscription.id),
    (got) => keeps(got, { id: subscription.id, customer: made.id }),
  );
  await day.step(
    'cancel it',
    () => subscriptions.cancel(subscription.id),
    (got) => keeps(got, { status: 'canceled' }),
  );
  const item = { customer: made?.id, amount: 500, currency: 'brl', description: 'Extra' };
  await day.step(
    'create an invoice item',
    () => invoiceItems.create(item),
    (got) => keeps(got, item),
  );
  const payment = { amount: 2000, currency: 'brl', customer: made?.id, description: 'Order 1' };
  const intent = await day.step(
    'create a payment',
    () => paymentIntents.create(payment),
    (got) => keeps(got, payment),
  );
  await day.step(
    'read the payment',
    () => paymentIntents.retrieve(intent.id),
    (got) => keeps(got, payment),
  );
  await day.step(
    'confirm it',
    () => paymentIntents.confirm(intent.id),
    (got) => keeps(got, { id: intent.id, ...payment }),
  );
  await day.step(
    'refund it',
    () => refunds.create({ payment_intent: intent.id, amount: 700 }),
    (got) => keeps(got, { payment_intent: intent.id, amount: 700 }),
  );
  // The document says which payments can be cancelled: none that has succeeded.
  await day.refused('cancel what is paid', [400, 409], () => paymentIntents.cancel(intent.id));
  await day.step(
    'cancel another payment',
    async () => paymentIntents.cancel((await paymentIntents.create(payment)).id),
    (got) => keeps(got, { status: 'canceled', ...payment }),
  );
  const once = { idempotencyKey: 'one-and-the-same' };
  await day.step(
    'create once, sent twice',
    async () => [await customers.create({ name: 'Once' }, once), await customers.create({ name: 'Once' }, once)],
    ([first, second]) => keeps(second.id, first.id),
  );
  const file = { data: Buffer.from('one,two\n1,2\n'), name: 'table.csv', type: 'text/csv' };
  const upload = await day.step(
    'upload a file',
    () => files.create({ purpose: 'dispute_evidence', file }),
    (got) => keeps(got, { purpose: 'dispute_evidence', filename: 'table.csv', size: 12 }),
  );
  await day.step(
    'read the file',
    () => files.retrieve(upload.id),
    (got) => keeps(got, { id: upload.id, size: 12 }),
  );
  await day.refused('read what is not there', 404, () => customers.retrieve('cus_doesNotExist'));
  await day.refused('a wrong value', invalid, () => prices.create({ currency: 'brl', unit_amount: 'much' }));
}

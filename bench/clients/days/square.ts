import { all, type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function square(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const client = new (sdk.SquareClient ?? sdk.default.SquareClient)({ token: key, environment: url, maxRetries: 0 });
  const { customers, locations, catalog, payments, orders } = client;
  const sent = { givenName: 'Ada', familyName: 'Lovelace', emailAddress: 'ada@example.com', note: 'VIP' };
  const made = await day.step(
    'create a customer',
    () => customers.create(sent),
    ({ customer }) => keeps(customer, sent),
  );
  const customerId = made?.customer?.id;
  await day.step(
    'read it',
    () => customers.get({ customerId }),
    ({ customer }) => keeps(customer, { id: customerId, ...sent }),
  );
  await day.step(
    'change it',
    () => customers.update({ customerId, note: 'VVIP' }),
    ({ customer }) => keeps(customer, { ...sent, note: 'VVIP' }),
  );
  const ids = [customerId];
  await day.step('create more', async () => {
    for (let count = 0; count < 8; count++)
      ids.push((await customers.create({ givenName: `C${count}`, emailAddress: `c${count}@example.com` })).customer.id);
  });
  await day.step(
    'walk all pages',
    async () => all(await customers.list({ limit: 3 })),
    (got) => lists(got, ids),
  );
  await day.step(
    'search',
    () => customers.search({ query: { filter: { emailAddress: { exact: 'c3@example.com' } } } }),
    (got) => {
      lists(got.customers, [ids[4]]);
      keeps(got.customers.length, 1);
    },
  );
  const group = await day.step(
    'create a group',
    () => customers.groups.create({ group: { name: 'Gold' } }),
    (got) => keeps(got.group, { name: 'Gold' }),
  );
  await day.step('join the group', () => customers.groups.add({ customerId, groupId: group.group.id }));
  await day.step(
    'of the group',
    () => customers.get({ customerId }),
    ({ customer }) => keeps(customer.groupIds?.includes(group.group.id), true),
  );
  const place = await day.step(
    'create a location',
    () => locations.create({ location: { name: 'Main', timezone: 'America/Recife' } }),
    ({ location }) => keeps(location, { name: 'Main', timezone: 'America/Recife' }),
  );
  const locationId = place?.location?.id;
  await day.step(
    'locations',
    () => locations.list(),
    (got) => lists(got.locations, [locationId]),
  );
  const object = { type: 'ITEM', id: '#tea', itemData: { name: 'Tea', abbreviation: 'T' } };
  const item = await day.step(
    'add to the catalog',
    () => catalog.object.upsert({ idempotencyKey: 'k1', object }),
    ({ catalogObject }) => keeps(catalogObject, { type: 'ITEM', itemData: object.itemData }),
  );
  const objectId = item?.catalogObject?.id;
  await day.step(
    'read from the catalog',
    () => catalog.object.get({ objectId }),
    (got) => keeps(got.object, { id: objectId, itemData: object.itemData }),
  );
  await day.step(
    'catalog',
    async () => all(await catalog.list({ types: 'ITEM' })),
    (got) => lists(got, [objectId]),
  );
  await day.step('delete from the catalog', () => catalog.object.delete({ objectId }));
  await day.refused('read what is deleted from the catalog', 404, () => catalog.object.get({ objectId }));
  const amountMoney = { amount: BigInt(1500), currency: 'USD' };
  const payment = await day.step(
    'pay',
    () =>
      payments.create({ sourceId: 'cnon:card-nonce-ok', idempotencyKey: 'p1', amountMoney, note: 'Tea', customerId }),
    (got) => keeps(got.payment, { amountMoney, note: 'Tea', customerId }),
  );
  await day.step(
    'read the payment',
    () => payments.get({ paymentId: payment.payment.id }),
    (got) => keeps(got.payment, { amountMoney, note: 'Tea' }),
  );
  await day.step(
    'payments',
    async () => all(await payments.list({ limit: 50 })),
    (got) => lists(got, [payment.payment.id]),
  );
  const order = {
    locationId,
    referenceId: 'r1',
    lineItems: [{ name: 'Tea', quantity: '2', basePriceMoney: amountMoney }],
  };
  const ordered = await day.step(
    'order',
    () => orders.create({ order, idempotencyKey: 'o1' }),
    (got) => keeps(got.order, { locationId, referenceId: 'r1' }),
  );
  await day.step(
    'read the order',
    () => orders.get({ orderId: ordered.order.id }),
    (got) => keeps(got.order, { referenceId: 'r1' }),
  );
  await day.step('delete the customer', () => customers.delete({ customerId }));
  await day.refused('read what is deleted', 404, () => customers.get({ customerId }));
  await day.step(
    'it is in no list',
    async () => all(await customers.list({ limit: 100 })),
    (got) => lacks(got, [customerId]),
  );
}

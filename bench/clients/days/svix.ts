import { allPages, type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function svix(day: Day, sdk: Sdk, { origin, key }: Place): Promise<void> {
  const { application, endpoint, message, eventType } = new sdk.Svix(key, {
    serverUrl: origin,
    numRetries: 0,
    retryScheduleInMs: [],
  });
  const made = await day.step(
    'create an application',
    () => application.create({ name: 'Shop', uid: 'shop-1' }),
    (got) => keeps(got, { name: 'Shop', uid: 'shop-1' }),
  );
  await day.step(
    'read it',
    () => application.get(made.id),
    (got) => keeps(got, { id: made.id, name: 'Shop' }),
  );
  await day.step(
    'change it',
    () => application.update(made.id, { name: 'Store', uid: 'shop-1' }),
    (got) => keeps(got, { id: made.id, name: 'Store' }),
  );
  const ids: string[] = [made?.id];
  await day.step('create more', async () => {
    for (let count = 0; count < 7; count++) ids.push((await application.create({ name: `App ${count}` })).id);
  });
  await day.step(
    'walk all pages',
    () => {
      let iterator: string | undefined;
      let done = false;
      return allPages(async () => {
        if (done) return undefined;
        const page: Sdk = await application.list({ limit: 3, ...(iterator && { iterator }) });
        ({ iterator, done } = page);
        return page.data;
      });
    },
    (got) => lists(got, ids),
  );
  const hook = { url: 'https://example.com/hook', description: 'Main', version: 1, filterTypes: ['order.paid'] };
  const target = await day.step(
    'create an endpoint',
    () => endpoint.create(made.id, hook),
    (got) => keeps(got, hook),
  );
  await day.step(
    'endpoints',
    () => endpoint.list(made.id),
    ({ data }) => lists(data, [target.id]),
  );
  await day.step(
    'its secret',
    () => endpoint.getSecret(made.id, target.id),
    (got) => keeps(typeof got.key, 'string'),
  );
  await day.step(
    'declare an event',
    () => eventType.create({ name: 'order.paid', description: 'Paid' }),
    (got) => keeps(got, { name: 'order.paid', description: 'Paid' }),
  );
  await day.step(
    'read the event',
    () => eventType.get('order.paid'),
    (got) => keeps(got, { name: 'order.paid', description: 'Paid' }),
  );
  const sent = { eventType: 'order.paid', payload: { id: 7, total: 12.5 } };
  const message1 = await day.step(
    'send a message',
    () => message.create(made.id, sent),
    (got) => keeps(got, sent),
  );
  await day.step(
    'read the message',
    () => message.get(made.id, message1.id),
    (got) => keeps(got, { id: message1.id, ...sent }),
  );
  await day.step(
    'messages',
    () => message.list(made.id),
    ({ data }) => lists(data, [message1.id]),
  );
  await day.step('delete the endpoint', () => endpoint.delete(made.id, target.id));
  await day.refused('read the endpoint that is deleted', 404, () => endpoint.get(made.id, target.id));
  await day.step('delete the application', () => application.delete(made.id));
  await day.refused('read what is deleted', 404, () => application.get(made.id));
  await day.step(
    'it is in no list',
    () => application.list({ limit: 250 }),
    ({ data }) => lacks(data, [made.id]),
  );
}

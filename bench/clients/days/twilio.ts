import { all, type Day, holds, keeps, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function twilio(day: Day, sdk: Sdk, { origin, key }: Place): Promise<void> {
  const make = sdk.default;
  /** The SDK's own way to another host: a client of HTTP in its options. */
  class Local extends make.RequestClient {
    request(asked: { uri: string }) {
      const { pathname, search } = new URL(asked.uri);
      return super.request({ ...asked, uri: origin + pathname + search });
    }
  }
  const sid = `AC${'0123456789abcdef'.repeat(2)}`;
  const client = make(sid, key, { httpClient: new Local() });
  const { messages, queues, addresses } = client;
  const sent = { to: '+5511999990000', from: '+15005550006', body: 'Hello' };
  const made = await day.step(
    'send a message',
    () => messages.create(sent),
    (got) => keeps(got, sent),
  );
  await day.step(
    'it is of the account',
    async () => made,
    (got) => keeps(got.accountSid, sid),
  );
  await day.step(
    'read it',
    () => messages(made.sid).fetch(),
    (got) => keeps(got, { sid: made.sid, ...sent }),
  );
  await day.step(
    'list by number',
    () => messages.list({ to: sent.to }),
    (got) => lists(got, [made.sid], 'sid'),
  );
  await day.step(
    'redact it',
    () => messages(made.sid).update({ body: '' }),
    (got) => keeps(got, { body: '' }),
  );
  const sids: string[] = [];
  await day.step('send more', async () => {
    for (let count = 0; count < 12; count++)
      sids.push((await messages.create({ ...sent, to: `+55119999900${10 + count}` })).sid);
  });
  await day.step(
    'walk all pages',
    () => messages.list({ pageSize: 5 }),
    (got) => lists(got, [made.sid, ...sids], 'sid'),
  );
  await day.step(
    'messages of today',
    () => messages.list({ dateSentAfter: new Date(Date.now() - 86_400_000) }),
    (got) => lists(got, [made.sid], 'sid'),
  );
  await day.step(
    'delete it',
    () => messages(made.sid).remove(),
    (got) => keeps(got, true),
  );
  await day.refused('read what is deleted', 404, () => messages(made.sid).fetch());

  const queue = await day.step(
    'create a queue',
    () => queues.create({ friendlyName: 'Support', maxSize: 50 }),
    (got) => keeps(got, { friendlyName: 'Support', maxSize: 50 }),
  );
  await day.step(
    'change the queue',
    () => queues(queue.sid).update({ maxSize: 20 }),
    (got) => keeps(got, { friendlyName: 'Support', maxSize: 20 }),
  );
  await day.step(
    'list queues',
    () => queues.list(),
    (got) => lists(got, [queue.sid], 'sid'),
  );
  await day.step(
    'each queue',
    () => all(asWalk(queues)),
    (got) => lists(got, [queue.sid], 'sid'),
  );
  await day.step(
    'delete the queue',
    () => queues(queue.sid).remove(),
    (got) => keeps(got, true),
  );
  await day.refused('read the queue that is deleted', 404, () => queues(queue.sid).fetch());

  const where = {
    customerName: 'Ada',
    street: 'Rua A, 1',
    city: 'Recife',
    region: 'PE',
    postalCode: '50000',
    isoCountry: 'BR',
  };
  const address = await day.step(
    'create an address',
    () => addresses.create(where),
    (got) => keeps(got, where),
  );
  await day.step(
    'read the address',
    () => addresses(address.sid).fetch(),
    (got) => keeps(got, where),
  );
  await day.step(
    'addresses of a country',
    () => addresses.list({ isoCountry: 'BR' }),
    (got) => {
      lists(got, [address.sid], 'sid');
      holds(
        got.every((one: Sdk) => one.isoCountry === 'BR'),
        'others are in the list',
      );
    },
  );
  await day.refused('read an address that is not there', 404, () => addresses(`AD${'0'.repeat(32)}`).fetch());
}

function asWalk(list: Sdk): AsyncIterable<Sdk> {
  return (async function* () {
    const found: Sdk[] = [];
    await new Promise<void>((resolve, reject) =>
      list.each({
        callback: (one: Sdk) => found.push(one),
        done: (error?: Error) => (error ? reject(error) : resolve()),
      }),
    );
    yield* found;
  })();
}

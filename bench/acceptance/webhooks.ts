import assert from 'node:assert/strict';
import type { Caller } from './caller.ts';
import { answered, holds } from './expect.ts';
import type { Chapter } from './row.ts';

/** Delivery of webhooks, which the reference also calls Notification. */
export const webhooks: Chapter = {
  title: 'Webhooks (Notification)',
  rows: [
    {
      says: 'A test event of any type can be sent, with an example of its data, marked and signed like a real one',
      see: async (caller) => {
        const { inbox, endpoint } = await receive(caller);
        const types = answered(200, await caller.platform('GET /event_types')).body.data;
        const apis = new Set<string>();
        for (const { name, api } of types) {
          const body = { type: name };
          const sent = answered(
            202,
            await caller.platform(`POST /webhook_endpoints/${endpoint.id}/test_events`, { body }),
          );
          assert.match(sent.body.event_id, /^evt_test_/);
          apis.add(api);
        }
        const messages = await until(
          caller,
          `/inboxes/${inbox.id}/messages?limit=100`,
          ({ data }) => data.length >= types.length,
        );
        assert.ok(messages.data.every(({ signature }: { signature: string }) => signature === 'valid'));
        return `${types.length} types of ${[...apis].join(', ')}, all signed`;
      },
    },
    {
      says: 'The twelve event types of Notas can be chosen',
      see: async ({ platform }) => {
        const types = answered(200, await platform('GET /event_types')).body.data;
        const own = types.flatMap(({ api, type }: Record<string, string>) => (api === 'notas' ? [type] : []));
        const states = ['processing', 'waiting', 'success', 'error', 'rejected'];
        const wanted = ['document', 'operation'].flatMap((kind) => states.map((state) => `${kind}_${state}`));
        assert.deepEqual(
          [...wanted, 'document_canceled', 'asset_available'].filter((type) => !own.includes(type)),
          [],
        );
        return own.join(', ');
      },
    },
    {
      says: 'POST with a JSON body, application/json; charset=UTF-8 and an own User-Agent',
      see: async (caller) => {
        const { inbox } = await receive(caller);
        await caller.notas('POST /charges', { body: { amount: '15.00' } });
        const { data } = await until(caller, `/inboxes/${inbox.id}/messages`, ({ data: all }) => all.length > 0);
        const [{ method, headers, body }] = data;
        JSON.parse(body);
        holds({
          POST: method === 'POST',
          charset: /application\/json; charset=UTF-8/i.test(headers['content-type']),
          'own User-Agent': /Cais/i.test(headers['user-agent']),
        });
        return `${method}, ${headers['content-type']}, ${headers['user-agent']}`;
      },
    },
    {
      says: 'A redirect is not followed and is a failure; what failed is sent again with the same id',
      see: async (caller) => {
        const { inbox, endpoint } = await receive(caller, { answer: { status: 302 } });
        const { id } = (await caller.platform(`POST /webhook_endpoints/${endpoint.id}/test_events`)).body;
        const first = await until(caller, `/deliveries/${id}`, ({ last_error }) => last_error !== null);
        assert.equal(first.last_error, 'redirect');
        await caller.platform(`PATCH /inboxes/${inbox.id}`, { body: { answer: { status: 200 } } });
        await caller.advance(60);
        const last = await until(caller, `/deliveries/${id}`, ({ status }) => status === 'delivered');
        const { data } = (await caller.platform(`GET /inboxes/${inbox.id}/messages`)).body;
        const ids = new Set(data.map(({ headers }: { headers: Record<string, string> }) => headers['webhook-id']));
        assert.equal(ids.size, 1);
        return `${first.last_error}, then ${last.status} after ${last.attempt_count} attempts with one webhook-id`;
      },
    },
    {
      says: '15 retries over about 48 h, then it is given up, visibly',
      see: async (caller) => {
        const { endpoint } = await receive(caller, { answer: { status: 503 } });
        const { id } = (await caller.platform(`POST /webhook_endpoints/${endpoint.id}/test_events`)).body;
        await until(caller, `/deliveries/${id}`, ({ last_error }) => last_error !== null);
        await caller.advance(53 * 3600);
        const given = await until(caller, `/deliveries/${id}`, ({ status }) => status === 'failed');
        const [first, last] = [given.attempts[0], given.attempts.at(-1)];
        const hours = (Date.parse(last.started_at) - Date.parse(first.started_at)) / 3_600_000;
        assert.ok(given.attempts.length === 16 && hours > 40 && hours < 56, `${given.attempts.length} in ${hours} h`);
        return `${given.attempts.length} attempts in ${Math.round(hours)} h, then ${given.status}: ${given.reason}`;
      },
    },
    {
      says: 'An event never changes once created, whatever happens to the resource; it can be sent again',
      see: async (caller) => {
        await receive(caller);
        const { body } = await caller.notas('POST /charges', { body: { amount: '15.00' } });
        const [event] = (await caller.platform(`GET /events?record_id=${body.id}`)).body.data;
        answered(200, await caller.notas(`POST /charges/${body.id}/capture`));
        assert.deepEqual((await caller.platform(`GET /events/${event.id}`)).body, event);
        const { data } = await until(
          caller,
          `/deliveries?event_id=${event.id}`,
          ({ data: all }) => all[0]?.status === 'delivered',
        );
        answered(202, await caller.platform(`POST /deliveries/${data[0].id}/resends`));
        return `${event.id} is as it was; resent`;
      },
    },
    {
      says: 'Addresses that the guard does not allow are refused',
      see: async ({ platform }) => {
        for (const url of ['http://169.254.169.254/', 'http://10.0.0.1/', 'ftp://a.example/'])
          answered(422, await platform('POST /webhook_endpoints', { body: { url } }));
        return 'link-local, private and ftp are 422';
      },
    },
  ],
};

async function receive({ platform }: Caller, inboxFields = {}) {
  const inbox = answered(201, await platform('POST /inboxes', { body: inboxFields })).body;
  const endpoint = answered(201, await platform('POST /webhook_endpoints', { body: { url: inbox.url } })).body;
  return { inbox, endpoint };
}

/** Reads an address of the platform until what it answers will do. */
// biome-ignore lint/suspicious/noExplicitAny: rows look into bodies of every shape.
async function until({ platform }: Caller, path: string, serves: (body: any) => boolean): Promise<any> {
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await platform(`GET ${path}`);
    if (serves(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} did not change in 10 s`);
}

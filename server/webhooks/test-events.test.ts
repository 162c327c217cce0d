import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventType, eventTypesOf } from '../events/event-names.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { causeEveryEvent } from '../testing/every-event.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { until } from '../testing/webhook-workspace.ts';
import { verifySignature } from './signature.ts';

type Data = { data: Record<string, object> };
type Payload = Data & { event?: Data };

/** The names in a value, at every depth: `event.data.document.links.rel`. */
function namesIn(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => namesIn(item, prefix)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [`${prefix}${name}`, ...namesIn(inner, `${prefix}${name}.`)]);
}

/** The properties of a store's records that not every record has: `anexos.enviado_em`. */
function optionalNames(api: ServedApi | undefined, store: string): string[] {
  const { properties = {}, required } = shapeOf(
    api?.document as OpenApiDocument,
    api?.plan.resources.get(store)?.schema,
  );
  return Object.keys(properties).flatMap((name) => (required.has(name) ? [] : [`${store}.${name}`]));
}

const shipped = ['notas', 'gestor', 'recebiveis', 'crm', 'platform'];

describeOnDatabases('test events of every type (dialects.md 1, "of any type")', (open) => {
  const suite = new WebhookSuite(open);
  const apiOf = (slug: string) => suite.portal.context.apis.get(slug) as ServedApi;
  const shippedTypes = () =>
    eventTypesOf(suite.portal.context.apis.values()).filter(({ api }) => shipped.includes(api));

  async function send(endpointId: string, type: EventType) {
    const sent = await suite.workspace.call(`POST /webhook_endpoints/${endpointId}/test_events`, { type: type.name });
    assert.equal(sent.status, 202, JSON.stringify(sent.body));
    suite.assertDeclared('sendTestEvent', 202, sent.body);
    return sent.body;
  }

  test('each type arrives as a real one would: its names, its schema, its record, in every version', async () => {
    await suite.fresh();
    const { workspace, portal } = suite;
    await causeEveryEvent(portal, workspace.key);
    const pages = await Promise.all(
      shipped.map(async (api) => (await workspace.call(`GET /events?limit=100&api=${api}`)).body.data),
    );
    const optional = new Set(shippedTypes().flatMap(({ api, store }) => optionalNames(apiOf(api), store)));
    const seen: { api: string; type: string; payload: Payload }[] = pages.flat();
    const { id } = await workspace.endpoint(suite.receiver.url);
    for (const type of shippedTypes()) {
      const { event_id, record } = await send(id, type);
      const { body: event } = await workspace.call(`GET /events/${event_id}`);
      suite.assertDeclared('getEvent', 200, event);
      assert.match(event.id, /^evt_test_/);
      assert.equal(record.store, type.store);
      if (type.api === 'platform') continue;
      const data = (event.payload.event ?? event.payload).data;
      const { events } = apiOf(type.api).profile.resources?.[type.store] ?? {};
      const shown = data[events?.name ?? ''];
      if (shown) {
        const { schema = {} } = apiOf(type.api).plan.resources.get(type.store) ?? {};
        assert.deepEqual(apiOf(type.api).validator.response(schema, shown), [], `${type.name} fits its schema`);
        assert.equal(String(shown.id), record.id, type.name);
      }
      const happened = seen.filter((other) => other.api === type.api && other.type === type.type);
      assert.ok(happened.length > 0, `${type.name} happened`);
      const names = new Set(namesIn(event.payload));
      const missing = happened.map(({ payload }) => namesIn(payload).filter((name) => !names.has(name)));
      assert.ok(
        missing.some(({ length }) => length === 0),
        `${type.name} lacks ${missing[0]}`,
      );
      // A nested list may have been empty in the real ones, so that only the record's own names are compared here.
      const own = (payload: Payload) => Object.keys(Object.values((payload.event ?? payload).data)[0] ?? {});
      const known = new Set(happened.flatMap(({ payload }) => own(payload)));
      const more = own(event.payload).filter((name) => !known.has(name) && !optional.has(`${type.store}.${name}`));
      assert.deepEqual(more, [], type.name);
    }
  });

  test('the state of the example is the one that the event tells', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    for (const type of shippedTypes()) {
      const { events, lifecycle, actions } = apiOf(type.api)?.profile.resources?.[type.store] ?? {};
      const state = Object.entries(events?.states ?? {}).find(([, types]) => types.includes(type.type))?.[0];
      if (!state) continue;
      const { event_id } = await send(id, type);
      const { body } = await suite.workspace.call(`GET /events/${event_id}`);
      const shown = (body.payload.event ?? body.payload).data[events?.name ?? ''];
      if (shown) assert.equal(shown[lifecycle?.property ?? actions?.property ?? ''], state, type.name);
    }
  });

  test('it is signed, logged and sent again like others, and an endpoint pinned to v1 gets the body of v1', async () => {
    await suite.fresh();
    const { workspace, receiver } = suite;
    const { id, secret } = await workspace.endpoint(receiver.url, { api_versions: { crm: 'v1' } });
    await workspace.endpoint(receiver.url, { event_types: ['*'] });
    const sent = await send(id, { name: 'crm:oportunidade_alterada' } as EventType);
    await until(
      () => workspace.delivery(sent.id),
      ({ status }) => status === 'delivered',
    );
    // Events of earlier tests may still arrive.
    const received = () => receiver.received.filter(({ headers }) => headers['webhook-id'] === sent.event_id);
    const [request, ...others] = received();
    assert.equal(others.length, 0, 'no other endpoint gets it');
    const body = Buffer.from(request?.body ?? '');
    assert.equal(verifySignature(request?.headers ?? {}, body, [secret], new Date()), 'valid');
    const newest = (await workspace.call(`GET /events/${sent.event_id}`)).body.payload;
    assert.notDeepEqual(JSON.parse(String(body)), newest);
    assert.equal((await workspace.deliveries('type=oportunidade_alterada'))[0].id, sent.id);
    assert.equal((await workspace.call(`POST /deliveries/${sent.id}/resends`)).status, 202);
    await until(received, ({ length }) => length === 2);
    const { data } = (await workspace.call('GET /events?type=oportunidade_alterada')).body;
    assert.equal(data.length, 1);
  });

  test('an unknown type is refused, and so is a selection of several', async () => {
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    for (const type of ['notas:nothing', 'notas:*', '*', 'document_success']) {
      const { status, body } = await suite.workspace.call(`POST /webhook_endpoints/${id}/test_events`, { type });
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, '#/type'], JSON.stringify(body));
    }
    assert.equal((await suite.workspace.deliveries('type=document_success')).length, 0);
  });
});

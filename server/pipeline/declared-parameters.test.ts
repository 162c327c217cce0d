import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Operation } from '../openapi/operations.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { newPerson, signUp } from '../testing/browser.ts';
import { causeEveryEvent } from '../testing/every-event.ts';
import { exampleCall, objectsFor } from '../testing/example-call.ts';
import { invoices } from '../testing/issuing-workspaces.ts';
import { consoleKey } from '../testing/members.ts';
import { brokenValues, possibleValues } from '../testing/parameter-values.ts';
import type { Maker } from '../testing/platform-objects.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const documents = ['notas', 'gestor', 'recebiveis', 'crm', 'platform'];

describeOnDatabases('query parameters: what documents declare is what APIs take', (open) => {
  let portal: TestPortal;
  let key: string;
  let maker: Maker;
  before(async () => {
    portal = await startTestPortal({ open, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost' } });
    const browser = await signUp(portal, newPerson());
    const { person, workspace } = (await browser.send('GET /account/session')).body;
    maker = { workspaceId: workspace.id, personId: person.id };
    key = await consoleKey(browser);
    const url = (await portal.call('POST /platform/v1/inboxes', { key, body: {} })).body.url;
    for (const _ of 'ab') await portal.call('POST /platform/v1/webhook_endpoints', { key, body: { url } });
    // Only the provider reads suggestions.
    portal.context.config.providerWorkspace = maker.workspaceId;
    await causeEveryEvent(portal, key);
    // Two of what nothing else creates twice.
    const issued = (await portal.call(`GET ${invoices}?status=issued`, { key })).body[0].id;
    for (const id of ['1', '2']) {
      await portal.call(`DELETE /sandbox/gestor/v1/pedidos/${id}`, { key });
      await portal.call(`PUT ${invoices}/${issued}/sendemail`, { key });
      await portal.call('PATCH /platform/v1/workspace', { key, body: { name: `Loja ${id}` } });
    }
  });
  after(() => portal.close());

  /** The operations that a key may call and that end; those of OAuth have a test of their own (oauth/documented.test.ts). */
  const operationsOf = (api: ServedApi) =>
    api.operations.filter((operation) => !isServedApart(api, operation) && !operation.path.endsWith('/stream'));

  const apiOf = (slug: string) => portal.context.apis.get(slug) as ServedApi;

  async function call(api: ServedApi, operation: Operation, ids: object, ...query: [name: string, value: string][]) {
    const { request, options } = exampleCall(api, operation, { ids: ids as Record<string, unknown>, query });
    return portal.call(request, { key, ...options });
  }

  async function idsOf(api: ServedApi, operation: Operation): Promise<object> {
    if (!api.isPlatform) return {};
    // Two of each, so that a page of one is shorter.
    await objectsFor(portal, operation, maker);
    const ids = await objectsFor(portal, operation, maker);
    if ('inbox_id' in ids) for (const n of [1, 2]) await portal.call(`POST /inbox/${ids.inbox_id}`, { body: { n } });
    return ids;
  }

  function assertRefused({ status, body }: TestAnswer, name: string, api: ServedApi, context: string): void {
    const expected = api.profile.statuses?.invalid_fields ?? 422;
    assert.equal(status, expected, `${context}: ${status} ${JSON.stringify(body)}`);
    assert.ok(JSON.stringify(body).includes(name), `${context} names ${name}: ${JSON.stringify(body)}`);
  }

  for (const slug of documents) {
    test(`${slug}: a parameter that no operation declares is refused by each, whatever its method`, async () => {
      const api = apiOf(slug);
      for (const operation of operationsOf(api)) {
        if (api.plan.operations.get(operation)?.role === 'gone') continue;
        const answer = await call(api, operation, {}, ['not_declared', '1']);
        assertRefused(answer, 'not_declared', api, operation.id);
      }
    });

    test(`${slug}: a value that breaks the schema of its parameter is refused, by name`, async () => {
      const api = apiOf(slug);
      for (const operation of operationsOf(api)) {
        const ids = await idsOf(api, operation);
        for (const parameter of operation.parameters) {
          if (parameter.in !== 'query') continue;
          for (const value of brokenValues(api.document, parameter)) {
            const answer = await call(api, operation, ids, [parameter.name, value]);
            assertRefused(answer, parameter.name, api, `${operation.id} ${parameter.name}=${value.slice(0, 40)}`);
          }
        }
      }
    });

    test(`${slug}: each declared parameter has an effect`, async () => {
      const api = apiOf(slug);
      const idle: string[] = [];
      for (const operation of operationsOf(api)) {
        const parameters = operation.parameters.filter(({ in: place }) => place === 'query');
        if (operation.method !== 'get' || parameters.length === 0) continue;
        const ids = await idsOf(api, operation);
        const plain = await call(api, operation, ids);
        assert.equal(plain.status, 200, `${operation.id}: ${JSON.stringify(plain.body)}`);
        const records = shownIn(api, operation, plain);
        const size = parameters.find(({ name }) => /^(limit|limite|per_page|size)$/.test(name));
        const page = size && (await call(api, operation, ids, [size.name, '1']));
        for (const parameter of parameters) {
          const values = [
            ...(page ? cursorsIn(page) : []),
            ...possibleValues(api.document, parameter, [records].flat()),
          ];
          let hasEffect = false;
          for (const value of new Set(values)) {
            const answer = await call(api, operation, ids, [parameter.name, value]);
            hasEffect = answer.status === 200 && !same(shownIn(api, operation, answer), records);
            if (hasEffect) break;
          }
          if (!hasEffect) idle.push(`${operation.id} ${parameter.name}`);
        }
      }
      assert.deepEqual(idle, []);
    });
  }
});

/** What a response shows: the records of a list, else its body. */
function shownIn(api: ServedApi, operation: Operation, { body }: TestAnswer): object[] {
  if (api.isPlatform) return body.data ?? body;
  const list = api.plan.operations.get(operation)?.list;
  const within = list?.within ? body[list.within] : body;
  return (list?.key ? within[list.key] : within) ?? body;
}

/** The cursors that a response offers, in its body or its links. */
function cursorsIn({ headers, body }: TestAnswer): string[] {
  const links = [...(headers.link ?? '').matchAll(/[?&]cursor=([^&>]+)/g)].map(([, cursor = '']) =>
    decodeURIComponent(cursor),
  );
  return [body?.next_cursor, body?.nextCursorMark, body?.proximo_cursor, ...links].filter(
    (cursor) => typeof cursor === 'string',
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

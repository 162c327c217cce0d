import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueKey } from '../identity/api-keys.ts';
import type { Operation } from '../openapi/operations.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { newPerson, signUp } from '../testing/browser.ts';
import { exampleCall, objectsFor } from '../testing/example-call.ts';
import { type Provocation, provokedStatuses } from '../testing/provoked-statuses.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const documents = ['notas', 'gestor', 'recebiveis', 'crm', 'platform'];

/** Declared statuses that no request of these tests obtains: what has to go wrong, and which test shows it. */
const elsewhere: Record<string, string> = {
  500: 'the server has a fault: failures.test.ts',
  503: 'the database fails: failing-database tests',
};

describeOnDatabases('statuses: what documents declare is what APIs answer', (open) => {
  let portal: TestPortal;
  let strict: TestPortal;
  before(async () => {
    const start = new Date();
    const now = () => start;
    portal = await startTestPortal({
      open,
      now,
      env: { WEBHOOK_ALLOWED_HOSTS: 'localhost', SIGN_INS_PER_HOUR: '100000', IMPORT_MIB: '1' },
    });
    strict = await startTestPortal({ env: { LIMITS: 'on', GUESTS_PER_HOUR: '1' } });
  });
  after(async () => {
    await portal.close();
    await strict.close();
  });

  for (const slug of documents) {
    test(`${slug}: every answer to a directed request has a declared status, and every declared status is obtained`, async () => {
      const api = portal.context.apis.get(slug) as ServedApi;
      const undeclared: string[] = [];
      const missing: string[] = [];
      for (const operation of api.operations) {
        if (isServedApart(api, operation) || operation.path.endsWith('/stream')) continue;
        const seen = new Set<string>();
        for (const [what, answer] of await directed(api, operation)) {
          seen.add(String(answer.status));
          // Documents need not declare the error that every server has.
          const isCommon = answer.status === 400 && /cannot be read/.test(what);
          if (!operation.responses[answer.status] && !isCommon)
            undeclared.push(
              `${operation.id}: ${what} is ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`,
            );
        }
        const wanted = Object.keys(operation.responses).filter((status) => !seen.has(status) && !(status in elsewhere));
        if (wanted.length > 0) missing.push(`${operation.id} ${wanted}`);
      }
      assert.deepEqual({ undeclared, missing }, { undeclared: [], missing: [] });
    });
  }

  /** The answers to requests that try out every way in which an operation can be called rightly or wrongly. */
  async function directed(api: ServedApi, operation: Operation): Promise<[what: string, answer: TestAnswer][]> {
    const { maker, key, weak, browser } = await newWorkspace(api.isPlatform ? 'live' : 'test');
    // Only the provider reads suggestions.
    portal.context.config.providerWorkspace = maker.workspaceId;
    const ids = async () =>
      api.isPlatform ? ((await objectsFor(portal, operation, maker)) as Record<string, string>) : {};
    const known = await ids();
    const plain = exampleCall(api, operation, { ids: known });
    const send = (options: object, request = plain.request, body: unknown = plain.options.body) => {
      const { headers, ...others } = options as { headers?: object };
      const sent = { key, ...others, headers: { ...plain.options.headers, ...headers } };
      return portal.call(request, { ...sent, ...(body !== undefined && { body }) });
    };
    const parameters = operation.parameters.filter(({ in: place }) => place === 'path');
    const unknown = exampleCall(api, operation, {
      ids: {
        ...known,
        ...Object.fromEntries(
          parameters
            .slice(-1)
            .map(({ name, schema }) => [
              name,
              schema?.type === 'integer' ? 987654 : '00000000-0000-4000-8000-000000000000',
            ]),
        ),
      },
    }).request;
    const found: [string, TestAnswer][] = [
      ['no key', await send({ key: undefined })],
      ['a key without scopes', await send({ key: weak })],
      [
        'an unknown parameter',
        await send({}, `${plain.request}${plain.request.includes('?') ? '&' : '?'}not_declared=1`),
      ],
      ['a stale If-Match', await send({ headers: { 'if-match': '"stale"' } })],
      ['an unacceptable type', await send({ headers: { accept: 'image/x-none' } })],
      ['an address that cannot be read', await send({}, `${plain.request}?a=%00`)],
    ];
    if (parameters.length > 0) found.push(['an unknown id', await send({}, unknown)]);
    if (operation.requestBody) {
      const json = { headers: { 'content-type': 'application/json; charset=utf-8' } };
      found.push(
        ['a text', await send({ headers: { 'content-type': 'text/plain' } }, undefined, 'hello')],
        ['half of a JSON', await send(json, undefined, '{"a": ')],
        ['an empty object', await send(json, undefined, {})],
        ['an unknown field', await send(json, undefined, { not_declared: { a: 1 } })],
        ['too large a body', await send(json, undefined, JSON.stringify({ a: 'x'.repeat(2_000_000) }))],
      );
    }
    const first = await send({});
    found.push(['the example', first]);
    found.push(['the example again', await send({})]);
    const { etag } = (await send({})).headers;
    if (etag && operation.method === 'get')
      found.push(['what is known', await send({ headers: { 'if-none-match': etag } })]);
    found.push(['one too many', await tooMany(api, operation)]);
    const version = api.plan.operations.get(operation)?.version;
    const sunset = version && api.profile.versions?.older[version]?.sunset;
    if (sunset) {
      await moveTo(Date.parse(sunset) + 1000, key);
      found.push(['the example after the Sunset', await send({})]);
    }
    const call: Provocation['call'] = (request, body, headers) =>
      portal.call(request, { key, body, ...(headers && { headers }) });
    for (const [name, provoke] of Object.entries(provokedStatuses))
      if (name.startsWith(`${operation.id} `)) {
        const answer = await provoke({ portal, maker, browser, ids: await ids(), call });
        assert.equal(`${operation.id} ${answer.status}`, name, JSON.stringify(answer.body));
        found.push([name, answer]);
      }
    return found;
  }

  /** Moves a workspace's clock, a year at most at a time. */
  async function moveTo(time: number, key: string): Promise<void> {
    const { status, body } = await portal.call('PATCH /platform/v1/workspace/clock', {
      key,
      body: { now: new Date(time).toISOString() },
    });
    assert.equal(status, 200, JSON.stringify(body));
  }

  let makers = 0;
  async function newWorkspace(environment: 'test' | 'live') {
    makers++;
    const browser = await signUp(portal, newPerson(`Pessoa ${makers}`));
    const { person, workspace } = (await browser.send('GET /account/session')).body;
    const maker = { workspaceId: workspace.id, personId: person.id };
    const { db, peppers } = portal.context;
    const common = { workspaceId: workspace.id, environment: 'live' as const, now: new Date(), expiresAt: null };
    const issue = async (scopes: string[], environment: 'test' | 'live') =>
      (await issueKey(db, peppers, { ...common, environment, scopes, createdBy: { type: 'person', id: person.id } }))
        .secret;
    return {
      maker,
      browser,
      key: await issue(['*:read', '*:write'], environment),
      weak: await issue(['nowhere:read'], 'test'),
    };
  }

  const exhausted = new Map<string, Promise<string>>();
  /** The answer to a workspace that has used up its requests. */
  async function tooMany(api: ServedApi, operation: Operation): Promise<TestAnswer> {
    const key = await exhausted.getOrInsertComputed(api.slug, async () => {
      const { db, peppers } = strict.context;
      const workspaceId = 'wsp_busy' as const;
      await db
        .insertInto('workspace')
        .values({
          id: workspaceId,
          kind: 'team',
          created_at: new Date().toISOString(),
          expires_at: null,
          name: null,
          allowed_origins: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { secret } = await issueKey(db, peppers, {
        workspaceId,
        environment: 'test',
        scopes: ['*:read', '*:write'],
        now: new Date(),
        expiresAt: null,
        requestsPerMinute: 1,
      });
      await strict.call(`GET ${api.basePath}/none`, { key: secret });
      await strict.call(`GET ${api.basePath}/none`, { key: secret });
      return secret;
    });
    const again = exampleCall(strict.context.apis.get(api.slug) as ServedApi, operation);
    await strict.call(again.request, { ...again.options, key });
    return strict.call(again.request, { ...again.options, key });
  }
});

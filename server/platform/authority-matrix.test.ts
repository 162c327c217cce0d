import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { needOf } from '../identity/scopes.ts';
import { exampleRequest } from '../openapi/examples.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { Operation } from '../openapi/operations.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { newPerson } from '../testing/browser.ts';
import { excessOf, type Held, readHeldRights, readSecrets } from '../testing/held-rights.ts';
import { type Caller, openCallers } from '../testing/platform-callers.ts';
import { type Maker, platformObjects } from '../testing/platform-objects.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

/** What a caller would send who wants more than they have, by the name of a field. */
const greedy: Record<string, () => unknown> = {
  role: () => 'administrator',
  scopes: () => ['*:read', '*:write'],
  environment: () => 'live',
  allowed_addresses: () => [],
  requests_per_minute: () => null,
  expires_at: () => null,
  email: () => newPerson().email,
};

describeOnDatabases('Every operation of the platform, for every caller', (open) => {
  let portal: TestPortal;
  let api: ServedApi;
  let callers: Caller[];
  let other: Maker;
  let foreign: string[];
  let lasting: string[];
  before(async () => {
    portal = await startTestPortal({ open, env: { SIGN_INS_PER_HOUR: '1000', WEBHOOK_ALLOWED_HOSTS: 'localhost' } });
    api = portal.context.apis.get('platform') as ServedApi;
    ({ callers, other } = await openCallers(portal));
    portal.context.config.providerWorkspace = callers[0]?.own.workspaceId;
    lasting = [...(await readHeldRights(portal)).keys()];
    // Suggestions belong to the portal.
    const { suggestion_id: _, ...ofWorkspaces } = platformObjects;
    const made = Object.values(ofWorkspaces).map((make) => make(portal, other));
    foreign = [other.workspaceId, other.personId, ...(await Promise.all(made)).flatMap((ids) => Object.values(ids))];
  });
  after(() => portal.close());

  /** The bodies to try: the document's example, and one that asks for everything. */
  function bodiesOf(operation: Operation): unknown[] {
    const { body } = exampleRequest(api, operation);
    if (!body) return [undefined];
    const content = operation.requestBody?.content[body.mediaType]?.schema;
    const { properties = {} } = content ? flattenSchema(api.document, content).schema : {};
    const asked = Object.keys(properties).filter((name) => Object.hasOwn(greedy, name));
    const more = Object.fromEntries(asked.map((name) => [name, greedy[name]?.()]));
    return asked.length > 0 ? [body.value, { ...(body.value as object), ...more }] : [body.value];
  }

  /** The address of an operation on a new object of a workspace; undefined where the workspace cannot have such an object. */
  async function addressOf({ id, path }: Operation, maker: Maker, isGuest: boolean): Promise<string | undefined> {
    const last = [...path.matchAll(/\{([^}]+)\}/g)].at(-1)?.[1];
    if (last === undefined) return path;
    const make = platformObjects[last];
    assert.ok(make, `${id}: say in platform-objects.ts how to create what ${last} addresses`);
    if (isGuest && last === 'invitation_id') return undefined;
    const ids = await make(portal, maker);
    return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => ids[name] ?? assert.fail(`${id}: ${name}`));
  }

  /** Whether the caller's role and scopes allow it at all, as the document says. */
  function isAllowed({ rights, own }: Caller, operation: Operation): boolean {
    if (isOpen(api, operation)) return true;
    if (!rights) return false;
    if (isOfPortal(operation) && own.workspaceId !== portal.context.config.providerWorkspace) return false;
    const { access, alternatives } = needOf(api, operation);
    if (rights.role === 'reader' && access === 'write') return false;
    if (alternatives.flat().includes('members:write') && rights.role !== 'administrator') return false;
    const held = (scope: string) => rights.scopes.includes(scope) || rights.scopes.includes(`*:${access}`);
    return alternatives.some((set) => set.every(held));
  }

  /** Whether an operation is about what belongs to the portal instead of a workspace: only its provider has access. */
  function isOfPortal({ path }: Operation): boolean {
    return path.startsWith('/suggestions');
  }

  async function check(caller: Caller, operation: Operation, place: 'own' | 'other'): Promise<number | undefined> {
    const maker = place === 'own' ? caller.own : other;
    const address = await addressOf(operation, maker, caller.name === 'guest' && place === 'own');
    if (address === undefined) return undefined;
    let best = 500;
    for (const body of bodiesOf(operation)) {
      const before = await readHeldRights(portal);
      const request = `${operation.method.toUpperCase()} ${api.basePath}${address}`;
      const answer = await caller.send(request, body);
      const text = JSON.stringify(answer.body);
      const about = `${operation.id} by ${caller.name}, ${place}: ${answer.status} ${text.slice(0, 300)}`;
      best = Math.min(best, answer.status);

      assert.ok(answer.status < 500, about);
      if (!isAllowed(caller, operation)) assert.equal(answer.status, caller.rights ? 403 : 401, about);
      else if (place === 'other') assert.ok([404, 403].includes(answer.status), about);
      else assert.ok(![401, 404].includes(answer.status), about);
      if (place === 'other' && isAllowed(caller, operation)) assert.equal(answer.status, 404, about);
      const shown = JSON.stringify(answer.body, withoutOwnAddresses);
      if (answer.status < 300) for (const id of foreign) assert.ok(!shown?.includes(id), `${about} shows ${id}`);
      await assertNothingGained(caller, before, text, about);
    }
    await cleanUp();
    return best;
  }

  /** The log of requests shows a caller the addresses that they themselves have tried. */
  function withoutOwnAddresses(name: string, value: unknown): unknown {
    return name === 'path' || name === 'query' ? undefined : value;
  }

  /** No secret of the response and nothing that was made or widened gives more than the caller had, or in another workspace. */
  async function assertNothingGained(caller: Caller, before: Map<string, Held>, text: string, about: string) {
    const known = new Set([...before.values()].map(({ workspaceId }) => workspaceId));
    const now = await readHeldRights(portal);
    const isMore = ([name, { rights }]: [string, Held]) => {
      const former = before.get(name);
      return !former || excessOf(portal, rights, former.rights).length > 0;
    };
    const gained = [...[...now].filter(isMore).map(([, held]) => held), ...(await readSecrets(portal, text))];
    // A new guest workspace is nobody's yet.
    for (const { workspaceId, rights } of gained.filter((held) => known.has(held.workspaceId))) {
      assert.equal(workspaceId, caller.own.workspaceId, about);
      assert.ok(caller.rights, about);
      assert.deepEqual(excessOf(portal, rights, caller.rights), [], about);
    }
  }

  /** Removes what the last call was tried on: the next ones stay fast, and no workspace has too many of anything. */
  async function cleanUp(): Promise<void> {
    const { db } = portal.context;
    const kept = ['', ...foreign, ...lasting.map((name) => name.split(' ')[1] ?? '')];
    await db.deleteFrom('member').where('person_id', 'not in', kept).execute();
    for (const table of ['api_key', 'oauth_client', 'invitation', 'webhook_endpoint', 'inbox', 'suggestion'] as const)
      await db
        .deleteFrom(table as 'inbox')
        .where('id', 'not in', kept)
        .execute();
  }

  test('roles as documented, 404 for what is not theirs, and no right that the caller did not have', async () => {
    const walked = api.operations.filter((operation) => !isServedApart(api, operation));
    const succeeded = new Set<string>();
    for (const operation of walked) {
      // A stream does not end by itself; stream-authority.test.ts is about it.
      if (operation.path.endsWith('/stream')) continue;
      for (const caller of callers) {
        const status = await check(caller, operation, 'own');
        // 409: a delivery may be in progress.
        if (status !== undefined && (status < 300 || status === 409)) succeeded.add(operation.id);
        if (operation.path.includes('{') && !isOfPortal(operation)) await check(caller, operation, 'other');
      }
    }
    const never = walked.filter(({ id }) => !succeeded.has(id)).map(({ id }) => id);
    assert.deepEqual(never.sort(), ['streamEvents', 'streamRequests'], 'every operation succeeds for somebody');
  });
});

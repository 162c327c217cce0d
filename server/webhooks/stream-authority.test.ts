import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, newPerson, openBrowser, signUp } from '../testing/browser.ts';
import { invite, joinWorkspace } from '../testing/members.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { waitForEmail } from '../testing/wait-for-email.ts';
import { until } from '../testing/webhook-workspace.ts';

type Headers = Record<string, string>;

describeOnDatabases('Event streams end with the right to them, on every server', (open) => {
  let database: TestDatabase;
  // The second server is another process on the same database; on SQLite it hears no announcements.
  let portals: TestPortal[];
  let origins: string[];
  let owner: Browser;
  let ahead = 0;
  const controllers: AbortController[] = [];
  before(async () => {
    database = await open();
    const env = () => ({
      KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
      SIGN_INS_PER_HOUR: '1000',
      DATA_DIR: temporaryFolder(),
    });
    const now = () => new Date(Date.now() + ahead);
    const second = { ...database, db: await database.reopen(), close: async () => {} };
    portals = [
      await startTestPortal({ open: async () => database, env: env(), now }),
      await startTestPortal({ open: async () => second, env: env(), now }),
    ];
    origins = await Promise.all(portals.map(({ app }) => app.listen({ port: 0, host: '127.0.0.1' })));
    owner = await signUp(portals[0] as TestPortal, newPerson());
  });
  after(async () => {
    for (const controller of controllers) controller.abort();
    for (const portal of [...portals].reverse()) await portal.close();
  });

  /** Follows the events on both servers; `open` counts the streams that have not ended. */
  async function follow(headers: Headers): Promise<{ open: number }> {
    const streams = { open: origins.length };
    for (const origin of origins) {
      const controller = new AbortController();
      controllers.push(controller);
      const response = await fetch(`${origin}/platform/v1/events/stream`, { headers, signal: controller.signal });
      assert.equal(response.status, 200);
      const read = async () => {
        for await (const _ of response.body as unknown as AsyncIterable<Uint8Array>);
      };
      read()
        .catch(() => {})
        .finally(() => streams.open--);
    }
    return streams;
  }

  const withKey = (key: string): Headers => ({ authorization: `Bearer ${key}` });
  const withSession = ({ cookies }: Browser): Headers => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'sec-fetch-site': 'same-origin',
  });
  const ask = async (request: string, body?: unknown, by = owner) => {
    const answer = await by.send(request.replace(' /', ' /platform/v1/'), { body });
    assert.ok(answer.status < 300, `${request} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const account = async (action: string, body: object, by: Browser) => {
    const answer = await by.send(`POST /account/${action}`, { body });
    assert.ok(answer.status < 300, `${action} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const newKey = (fields = {}) => ask('POST /api_keys', { name: 'Loja', scopes: ['webhooks:read'], ...fields });
  const token = async ({ id, secret }: { id: string; secret: string }) => {
    const response = await fetch(`${origins[0]}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  test('a key: revoked, rotated, reported as leaked, without the scope, elsewhere, or expired', async () => {
    const ends: [string, (key: { id: string; secret: string }) => Promise<unknown>][] = [
      ['revoked', ({ id }) => ask(`DELETE /api_keys/${id}`)],
      ['rotated', ({ id }) => ask(`POST /api_keys/${id}/rotations`, {})],
      ['leaked', ({ secret }) => ask('POST /api_keys/report_leak', { secret })],
      ['scope', ({ id }) => ask(`PATCH /api_keys/${id}`, { scopes: ['notas:read'] })],
      ['address', ({ id }) => ask(`PATCH /api_keys/${id}`, { allowed_addresses: ['203.0.113.9'] })],
    ];
    const untouched = await follow(withKey((await newKey()).secret));
    await Promise.all(
      ends.map(async ([name, end]) => {
        const key = await newKey();
        const streams = await follow(withKey(key.secret));
        await end(key);
        await until(
          () => [name, streams.open],
          ([, left]) => left === 0,
        );
      }),
    );
    const soon = await newKey({ expires_at: new Date(Date.now() + 3_600_000).toISOString() });
    const streams = await follow(withKey(soon.secret));
    ahead = 3_600_000;
    await until(
      () => streams.open,
      (left) => left === 0,
    );
    ahead = 0;
    assert.equal(untouched.open, origins.length, 'streams of other keys go on');
  });

  test('a client: its token revoked, or itself deleted', async () => {
    const client = await ask('POST /oauth_clients', { name: 'ERP', scopes: ['webhooks:read'] });
    const [first, second] = [await token(client), await token(client)];
    const [one, two] = [await follow(withKey(first)), await follow(withKey(second))];
    await fetch(`${origins[0]}/oauth/revoke`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
      body: new URLSearchParams({ token: first }),
    });
    await until(
      () => one.open,
      (left) => left === 0,
    );
    assert.equal(two.open, origins.length, 'the streams of its other token go on');
    await ask(`DELETE /oauth_clients/${client.id}`);
    await until(
      () => two.open,
      (left) => left === 0,
    );
  });

  test('a session: signed out, ended elsewhere, after a new password, in another workspace, or of a member removed or with another role', async () => {
    const portal = portals[0] as TestPortal;
    // One process at a time writes to SQLite: the second server's counts of the keys above must not meet a sign-up.
    for (const { context } of portals) await context.uses.flush();
    const ends: [string, (browser: Browser, id: string, person: ReturnType<typeof newPerson>) => Promise<unknown>][] = [
      ['signed out', (browser) => account('sign-out', {}, browser)],
      [
        'ended elsewhere',
        async (_browser, _id, { email, password }) => {
          const other = openBrowser(portal);
          await account('sign-in', { email, password }, other);
          await account('end-other-sessions', {}, other);
        },
      ],
      [
        'new password',
        async (_browser, _id, { email, password }) => {
          const other = openBrowser(portal);
          await account('sign-in', { email, password }, other);
          await account('change-password', { current_password: password, password: 'outro barco no cais' }, other);
        },
      ],
      ['removed', (_browser, id) => ask(`DELETE /members/${id}`)],
      ['another role', (_browser, id) => ask(`PATCH /members/${id}`, { role: 'reader' })],
      [
        'another workspace',
        async (browser, _id, { email }) => {
          const other = await signUp(portal, newPerson());
          await invite(other, email, 'reader');
          const { token } = await waitForEmail(portal, email, 'invitation');
          await account('accept-invitation', { token }, browser);
        },
      ],
    ];
    await Promise.all(
      ends.map(async ([name, end]) => {
        const { browser, id, person } = await joinWorkspace(portal, owner, 'developer');
        const streams = await follow(withSession(browser));
        await end(browser, id, person);
        await until(
          () => [name, streams.open],
          ([, left]) => left === 0,
        );
      }),
    );
  });
});

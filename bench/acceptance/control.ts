import assert from 'node:assert/strict';
import { answered, holds } from './expect.ts';
import type { Chapter } from './row.ts';

/** Who may call, from where, and with what. */
export const control: Chapter = {
  title: 'Scopes, tokens, origins',
  rows: [
    {
      says: 'The scope that an operation requires lets it through, and the 403 of a key without it names it',
      see: async ({ platform, send }) => {
        const groups = answered(200, await platform('GET /scopes')).body.data;
        const scopes = groups.flatMap((group: { scopes: object[] }) => group.scopes);
        const own = scopes.filter(({ operations }: { operations: string[] }) => operations?.includes('listBuyers'));
        assert.ok(own.length > 0, 'no scope for listBuyers');
        const call = async (names: string[]) => {
          const made = answered(201, await platform('POST /api_keys', { body: { name: 'A', scopes: names } })).body;
          return send('GET /sandbox/recebiveis/v2/buyers', { headers: { authorization: `Bearer ${made.secret}` } });
        };
        const refused = answered(403, await call(['gestor:read']));
        const { name } = own.find((scope: { name: string }) => JSON.stringify(refused.body).includes(scope.name)) ?? {};
        assert.ok(name, `the 403 names none of ${own.map((scope: { name: string }) => scope.name)}`);
        answered(200, await call([name]));
        return `403 without ${name}, 200 with it`;
      },
    },
    {
      says: 'A token made for production is refused by every sandbox with an error that says so',
      see: async ({ platform, send }) => {
        const client = { name: 'ERP', scopes: ['crm:read'], environment: 'live' };
        const made = answered(201, await platform('POST /oauth_clients', { body: client })).body;
        const authorization = `Basic ${btoa(`${made.id}:${made.secret}`)}`;
        const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
        const metadata = (await send('GET /.well-known/oauth-authorization-server')).body;
        const path = new URL(metadata.token_endpoint).pathname;
        const token = answered(
          200,
          await send(`POST ${path}`, { body: 'grant_type=client_credentials', headers }),
        ).body;
        const bearer = { headers: { authorization: `Bearer ${token.access_token}` } };
        const got = answered(401, await send('GET /sandbox/crm/v2/usuarios', bearer));
        assert.match(JSON.stringify(got.body), /produção|production/);
        return `401 ${got.body.code}`;
      },
    },
    {
      says: 'CORS per workspace: origins that it names are allowed, others are not; the preflight needs no key',
      see: async ({ platform, send, key }) => {
        const read = async (origin: string) => {
          const headers = { authorization: `Bearer ${key}`, origin };
          return (await send('GET /sandbox/crm/v2/usuarios', { headers })).headers.get('access-control-allow-origin');
        };
        assert.equal(await read('https://a.example'), '*');
        answered(200, await platform('PATCH /workspace', { body: { allowed_origins: ['https://a.example'] } }));
        assert.deepEqual(
          [await read('https://a.example'), await read('https://b.example')],
          ['https://a.example', null],
        );
        answered(422, await platform('PATCH /workspace', { body: { allowed_origins: ['https://a.example/x'] } }));
        const asked = { origin: 'https://b.example', 'access-control-request-method': 'POST' };
        answered(204, await send('OPTIONS /sandbox/crm/v2/usuarios', { headers: asked }));
        return 'a.example is allowed, b.example is not; a path is 422';
      },
    },
    {
      says: "A key's own limit is 429, in Gestor with x-rate-limit-retry-after-seconds",
      see: async ({ platform, send }) => {
        const body = { name: 'A', scopes: ['*:read'], requests_per_minute: 2 };
        const { secret } = answered(201, await platform('POST /api_keys', { body })).body;
        const get = () => send('GET /sandbox/gestor/v1/produtos/1', { headers: { apiKey: secret } });
        for (let count = 0; count < 10; count++) {
          const got = await get();
          if (got.status !== 429) continue;
          const wait = got.headers.get('x-rate-limit-retry-after-seconds');
          assert.ok(Number(wait) > 0);
          return `429 after ${count} requests, ${wait} s`;
        }
        throw new Error('never refused');
      },
    },
    {
      says: 'What the reference calls webhooks is named Notification in the document, too',
      see: async ({ send }) => {
        const [pt, en] = await Promise.all(
          ['openapi.yaml', 'openapi.en.yaml'].map(async (file) => (await send(`GET /downloads/platform/${file}`)).body),
        );
        holds({ Notificações: /Notificações/.test(pt), Notifications: /Notifications/.test(en) });
        return 'in the tag of webhook endpoints';
      },
    },
  ],
};

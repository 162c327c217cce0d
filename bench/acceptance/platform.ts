import assert from 'node:assert/strict';
import { answered, headersOf } from './expect.ts';
import type { Chapter } from './row.ts';

/** The portal's own API. */
export const platform: Chapter = {
  title: 'Plataforma',
  rows: [
    {
      says: 'Cursor pagination, RFC 9457 errors, ids with prefixes',
      see: async ({ platform }) => {
        const list = answered(200, await platform('GET /api_keys?limit=1')).body;
        assert.ok('has_more' in list && 'next_cursor' in list);
        const { body, headers } = answered(404, await platform('GET /events/evt_none'));
        assert.match(headers.get('content-type') ?? '', /problem\+json/);
        return `${list.data[0].id}; ${body.code}`;
      },
    },
    {
      says: 'OAuth 2.0 client credentials, JWT access tokens, JWKS published',
      see: async ({ send }) => {
        const metadata = answered(200, await send('GET /.well-known/oauth-authorization-server')).body;
        const { keys } = answered(200, await send(`GET ${new URL(metadata.jwks_uri).pathname}`)).body;
        assert.ok(metadata.grant_types_supported.includes('client_credentials'));
        return `${metadata.token_endpoint}, ${keys.length} key: ${keys[0].alg ?? keys[0].kty}`;
      },
    },
    {
      says: 'API keys with scopes and address lists (IPv4, IPv6, CIDR)',
      see: async ({ platform, send }) => {
        const allowed = { name: 'A', scopes: ['notas:read'], allowed_addresses: ['127.0.0.1', '::1', '10.0.0.0/8'] };
        const made = answered(201, await platform('POST /api_keys', { body: allowed })).body;
        const other = { ...allowed, allowed_addresses: ['203.0.113.0/24'] };
        const refused = answered(201, await platform('POST /api_keys', { body: other })).body;
        const basic = (secret: string) => ({ headers: { authorization: `Basic ${btoa(`${secret}:x`)}` } });
        answered(200, await send('GET /sandbox/notas/v1/company', basic(made.secret)));
        answered(403, await send('GET /sandbox/notas/v1/company', basic(refused.secret)));
        answered(
          403,
          await send('POST /sandbox/notas/v1/charges', { ...basic(made.secret), body: { amount: '1.00' } }),
        );
        return 'from here 200; from another list 403; without the scope 403';
      },
    },
    {
      says: 'RateLimit and RateLimit-Policy on responses',
      see: async ({ platform }) =>
        headersOf(answered(200, await platform('GET /workspace')), 'ratelimit', 'ratelimit-policy').join(' and '),
    },
    {
      says: 'Webhooks: a signed POST to an inbox, with an own User-Agent; every attempt is in the log',
      see: async ({ platform, notas }) => {
        const inbox = answered(201, await platform('POST /inboxes', { body: {} })).body;
        const body = { url: inbox.url, event_types: ['notas:*'] };
        answered(201, await platform('POST /webhook_endpoints', { body }));
        answered(201, await notas('POST /charges', { body: { amount: '15.00' } }));
        for (let tries = 0; tries < 50; tries++) {
          const [message] = (await platform(`GET /inboxes/${inbox.id}/messages`)).body.data;
          if (message) {
            const text = JSON.stringify(message);
            for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'user-agent'])
              assert.ok(text.toLowerCase().includes(name), name);
            const [delivery] = (await platform('GET /deliveries')).body.data;
            return `${delivery.status} after ${delivery.attempt_count} attempt, status ${delivery.last_status}`;
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        throw new Error('nothing arrived in 5 s');
      },
    },
    {
      says: 'A test event can be sent to an endpoint at any time',
      see: async ({ platform }) => {
        const inbox = answered(201, await platform('POST /inboxes', { body: {} })).body;
        const made = await platform('POST /webhook_endpoints', { body: { url: inbox.url, event_types: ['notas:*'] } });
        const sent = answered(202, await platform(`POST /webhook_endpoints/${made.body.id}/test_events`));
        return sent.body.id;
      },
    },
    {
      says: 'Explicit versions, documents for programs, collections for Postman',
      see: async ({ send }) => {
        for (const file of ['openapi.yaml', 'openapi.en.yaml', 'postman_collection.json'])
          answered(200, await send(`GET /downloads/platform/${file}`));
        return '/platform/v1; openapi.yaml, openapi.en.yaml, postman_collection.json';
      },
    },
  ],
};

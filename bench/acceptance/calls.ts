import assert from 'node:assert/strict';
import { answered } from './expect.ts';
import type { Chapter } from './row.ts';

/** What the portal shows of calls, and who may make them. */
export const calls: Chapter = {
  title: 'Plataforma: cada chamada é vista',
  rows: [
    {
      says: 'Every request is logged, with its reason, and without secrets',
      see: async ({ notas, platform, key }) => {
        const refused = answered(422, await notas('POST /customers', { body: { type: 'individual', password: 'x1' } }));
        const id = refused.headers.get('x-request-id');
        const { body } = answered(200, await platform(`GET /requests/${id}`));
        assert.equal(body.reason.code, 'invalid_fields');
        const text = JSON.stringify(body);
        assert.ok(!text.includes(key) && !text.includes('x1"'));
        const { data } = answered(200, await platform('GET /requests?status=422&api=notas')).body;
        assert.equal(data[0].id, id);
        return `${id}: ${body.reason.issues.length} fields named, ${Object.keys(body.stages_ms).length} stages`;
      },
    },
    {
      says: 'Metrics in real time',
      see: async ({ crm, platform }) => {
        answered(200, await crm('GET /v2/usuarios'));
        answered(404, await crm('GET /v2/nothing'));
        const { totals } = answered(200, await platform('GET /metrics?period=1h&api=crm')).body;
        assert.deepEqual([totals.calls, totals.client_errors], [2, 1]);
        return `${totals.calls} calls, error rate ${totals.error_rate}, p95 ${totals.p95_ms} ms, at once`;
      },
    },
    {
      says: 'Automatic alerts: faults open an incident without any setting',
      see: async ({ crm, platform }) => {
        for (let count = 0; count < 25; count++)
          answered(503, await crm('GET /v2/usuarios', { headers: { prefer: 'code=503' } }));
        const { data } = answered(200, await platform('GET /alert_incidents?status=open')).body;
        assert.ok(data.length > 0);
        return `${data.length} open incident`;
      },
    },
    {
      says: 'Scopes per endpoint: a token for one resource is refused at another, and the error names the scope',
      see: async ({ platform, send }) => {
        const fields = { name: 'ERP', scopes: ['crm:usuarios:read'] };
        const client = answered(201, await platform('POST /oauth_clients', { body: fields })).body;
        const token = await tokenOf(send, client);
        const bearer = { headers: { authorization: `Bearer ${token.body.access_token}` } };
        answered(200, await send('GET /sandbox/crm/v2/usuarios', bearer));
        const refused = answered(403, await send('GET /sandbox/crm/v2/anexos', bearer));
        const challenge = refused.headers.get('www-authenticate') ?? '';
        assert.match(challenge, /scope="crm:anexos:read"/);
        return challenge;
      },
    },
    {
      says: 'Allowlists for OAuth clients as for keys',
      see: async ({ platform, send }) => {
        const fields = { name: 'ERP', scopes: ['crm:read'], allowed_addresses: ['203.0.113.0/24'] };
        const client = answered(201, await platform('POST /oauth_clients', { body: fields })).body;
        const { body } = answered(400, await tokenOf(send, client));
        assert.equal(body.error, 'unauthorized_client');
        return body.error_description;
      },
    },
    {
      says: 'A typed client of each API can be downloaded',
      see: async ({ origin }) => {
        const slugs = ['notas', 'gestor', 'recebiveis', 'crm', 'platform'];
        const sizes = await Promise.all(
          slugs.map(async (slug) => {
            const response = await fetch(`${origin}/downloads/${slug}/client.tgz`);
            assert.equal(response.status, 200, slug);
            return `${slug} ${Math.round((await response.arrayBuffer()).byteLength / 1000)} kB`;
          }),
        );
        return sizes.join(', ');
      },
    },
  ],
};

function tokenOf(send: Parameters<Chapter['rows'][number]['see']>[0]['send'], { id, secret }: Record<string, string>) {
  const headers = {
    authorization: `Basic ${btoa(`${id}:${secret}`)}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return send('POST /oauth/token', { headers, body: 'grant_type=client_credentials' });
}

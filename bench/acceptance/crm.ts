import assert from 'node:assert/strict';
import { answered, headersOf, holds } from './expect.ts';
import type { Chapter } from './row.ts';

const person = (email: string) => ({ nome: 'Bia Ramos', email, perfil: 'vendedor' });

/** The API of the style guide. */
export const crm: Chapter = {
  title: 'CRM',
  rows: [
    {
      says: 'v1 is deprecated: Deprecation, Sunset and Link on every response; v2 changes one shape',
      see: async ({ crm }) => {
        const older = answered(200, await crm('GET /v1/oportunidades/4'));
        const newer = answered(200, await crm('GET /v2/oportunidades/4'));
        const [deprecation, sunset, link] = headersOf(older, 'deprecation', 'sunset', 'link');
        assert.match(link ?? '', /rel="deprecation".*rel="successor-version"/);
        holds({
          'two shapes': typeof older.body.valor === 'string' && typeof newer.body.valor === 'object',
          'none on v2': newer.headers.get('deprecation') === null,
        });
        return `${deprecation}, ${sunset}; ${older.body.valor} and ${JSON.stringify(newer.body.valor)}`;
      },
    },
    {
      says: 'One v1 resource is gone for good, with every method and item: 410',
      see: async ({ crm }) => {
        const requests = ['GET /v1/contatos', 'POST /v1/contatos', 'DELETE /v1/contatos/7', 'GET /v1/contatos/7'];
        for (const request of requests) answered(410, await crm(request));
        return requests.join(', ');
      },
    },
    {
      says: "When the workspace's clock passes the Sunset, all of v1 is 410, with the link to the guide",
      see: async ({ crm, platform }) => {
        answered(200, await platform('PATCH /workspace/clock', { body: { now: '2027-06-30T03:00:00Z' } }));
        const { body } = answered(410, await crm('GET /v1/usuarios'));
        answered(200, await crm('GET /v2/usuarios'));
        return body.detail;
      },
    },
    {
      says: 'No URL points at a single property: /anexos/10/descricao is 404',
      see: async ({ crm }) => {
        answered(200, await crm('GET /v2/anexos/10'));
        answered(404, await crm('GET /v2/anexos/10/descricao'));
        return '/v2/anexos/10 is 200, its descricao 404';
      },
    },
    {
      says: 'PATCH changes only what is sent; PUT replaces; POST that creates answers 201 with Location',
      see: async ({ crm }) => {
        const made = answered(201, await crm('POST /v2/usuarios', { body: person('bia@ventonorte.example') }));
        const [location] = headersOf(made, 'location');
        const changed = answered(200, await crm(`PATCH /v2/usuarios/${made.body.id}`, { body: { nome: 'Beatriz' } }));
        assert.equal(changed.body.email, 'bia@ventonorte.example');
        answered(422, await crm(`PUT /v2/usuarios/${made.body.id}`, { body: { nome: 'Beatriz' } }));
        return `201 at ${location}`;
      },
    },
    {
      says: 'anexos ?nao_enviados=1; POST /emails/enviar makes a record: 201 with Location',
      see: async ({ crm }) => {
        const unsent = async () =>
          (await crm('GET /v2/anexos?nao_enviados=1')).body.dados.map(({ id }: { id: number }) => id);
        const before = await unsent();
        const body = { para: ['a@b.example'], assunto: 'Oi', mensagem: 'Oi', anexos: [before[0]] };
        const [location] = headersOf(answered(201, await crm('POST /v2/emails/enviar', { body })), 'location');
        answered(200, await crm(`GET ${location?.replace('/sandbox/crm', '')}`));
        assert.deepEqual(await unsent(), before.slice(1));
        return `${location}; unsent ${before} and then ${before.slice(1)}`;
      },
    },
    {
      says: 'Gradual throttling: answers slow down before they are refused',
      see: async ({ crm }) => {
        const times = await Promise.all(
          Array.from({ length: 280 }, async () => {
            const started = performance.now();
            const got = answered(200, await crm('GET /v2/usuarios/1'));
            return { got, took: Math.round(performance.now() - started) };
          }),
        );
        const sorted = times.map(({ took }) => took).sort((a, b) => a - b);
        const [median = 0, slowest = 0] = [sorted[140], sorted.at(-1)];
        assert.ok(slowest > median + 1000, `median ${median} ms, slowest ${slowest} ms`);
        const [left] = headersOf((times.at(-1) as (typeof times)[number]).got, 'ratelimit');
        return `of 280 at once, the median took ${median} ms and the slowest ${slowest} ms; ${left}`;
      },
    },
    {
      says: 'Statuses exactly, and errors as RFC 9457 problem details; 405 with Allow',
      see: async ({ crm }) => {
        const json = { 'content-type': 'application/json' };
        const got = [
          answered(400, await crm('POST /v2/usuarios', { body: '{', headers: json })),
          answered(404, await crm('GET /v2/usuarios/999')),
          answered(405, await crm('PATCH /v2/anexos', { body: {} })),
          answered(415, await crm('POST /v2/usuarios', { body: 'x', headers: { 'content-type': 'text/plain' } })),
          answered(422, await crm('POST /v2/usuarios', { body: {} })),
        ];
        for (const each of got) {
          assert.match(each.headers.get('content-type') ?? '', /^application\/problem\+json/);
          assert.equal(each.body.status, each.status);
        }
        const [allow] = headersOf(got[2] as (typeof got)[number], 'allow');
        return `${got.map(({ status }) => status).join(', ')}; Allow: ${allow}`;
      },
    },
    {
      says: 'A webhook endpoint pinned to v1 gets v1 bodies',
      see: async ({ crm, platform }) => {
        const inbox = answered(201, await platform('POST /inboxes', { body: {} })).body;
        const body = { url: inbox.url, event_types: ['crm:*'], api_versions: { crm: 'v1' } };
        answered(201, await platform('POST /webhook_endpoints', { body }));
        answered(200, await crm('PATCH /v2/oportunidades/4', { body: { situacao: 'ganha' } }));
        for (let tries = 0; tries < 50; tries++) {
          const { data } = (await platform(`GET /inboxes/${inbox.id}/messages`)).body;
          if (data.length > 0) {
            const text = JSON.stringify(data[0]);
            assert.match(text, /valor[\\":]+\s*[\\"]+96500\.00/);
            return 'valor arrived as a text';
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        throw new Error('nothing arrived in 5 s');
      },
    },
    {
      says: 'The style guide is a page of the guides, rule by rule',
      see: async ({ send }) => {
        const { body } = answered(200, await send('GET /guides/style-guide'));
        const rules = [...String(body).matchAll(/id="?([a-z]+(?:-[a-z]+)+)/g)].map(([, id]) => id);
        assert.ok(rules.includes('version-first') && rules.includes('created-location'));
        answered(200, await send('GET /en/guides/style-guide'));
        return 'in both languages';
      },
    },
  ],
};

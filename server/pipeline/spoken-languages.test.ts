import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type CallOptions, startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const endpoints = '/platform/v1/webhook_endpoints';
const users = '/sandbox/crm/v2/usuarios';
const ours = { origin: 'http://localhost:3000' };
const json = { 'content-type': 'application/json' };
const wrongPerson = { email: 'nobody@example.com', password: 'wrong password' };
const wrongEndpoint = { url: 'http://169.254.169.254/', event_types: ['x'], odd: 1, description: 'a'.repeat(5000) };

/** Requests that are refused, by the code of the refusal; `key` is that of a guest unless a request has its own. */
const refused: [code: string, request: string, options?: CallOptions & { anonymous?: boolean }][] = [
  ['missing_credentials', `GET ${endpoints}`, { anonymous: true }],
  ['invalid_key', `GET ${endpoints}`, { key: 'sk_test_nothing' }],
  ['invalid_json', `POST ${endpoints}`, { body: '{"url":', headers: json }],
  ['invalid_json', `POST ${endpoints}`, { body: '{"url":1,"url":2}', headers: json }],
  ['invalid_fields', `POST ${endpoints}`, { body: wrongEndpoint }],
  ['invalid_fields', `POST ${endpoints}`, { body: {} }],
  ['invalid_fields', `GET ${endpoints}?limit=0&odd=1`],
  ['not_found', `GET ${endpoints}/whe_00000000000000000000000000000000`],
  ['no_such_path', 'GET /platform/v1/nothing'],
  ['no_such_path', 'GET /sandbox/nowhere/v1'],
  ['no_such_path', 'POST /nowhere', { body: {} }],
  ['method_not_allowed', `PUT ${endpoints}`, { body: {} }],
  ['not_acceptable', `GET ${endpoints}`, { headers: { accept: 'text/csv' } }],
  ['unsupported_media_type', `POST ${endpoints}`, { body: 'a;b', headers: { 'content-type': 'text/csv' } }],
  ['invalid_preference', `GET ${users}`, { headers: { prefer: 'code=999' } }],
  ['invalid_preference', `GET ${users}`, { headers: { prefer: 'example=nothing' } }],
  ['too_many_requests', `GET ${users}`, { headers: { prefer: 'code=429' } }],
  ['unavailable', `GET ${users}`, { headers: { prefer: 'code=503' } }],
  ['provider_only', 'GET /platform/v1/suggestions'],
  ['not_signed_in', 'POST /account/console-key', { body: {}, headers: ours, anonymous: true }],
  ['invalid_sign_in', 'POST /account/sign-in', { body: wrongPerson, headers: ours, anonymous: true }],
  ['expired_link', 'POST /account/confirm-email', { body: { token: '..' }, headers: ours, anonymous: true }],
  [
    'foreign_origin',
    'POST /account/sign-in',
    { body: {}, headers: { origin: 'https://evil.example' }, anonymous: true },
  ],
];

describe('What the server says, in the language of the caller', () => {
  const spanish = JSON.parse(readFileSync('i18n/es/messages.json', 'utf8'));
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ env: { SIGN_INS_PER_HOUR: '1000' } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const say = async (
    request: string,
    language: string,
    { anonymous, ...options }: (typeof refused)[number][2] = {},
  ) => {
    const headers = { ...options.headers, 'accept-language': language };
    const { body } = await portal.call(request, { ...(!anonymous && { key }), ...options, headers });
    const { request_id, ...said } = body;
    return said;
  };
  const textsOf = ({ title, detail, errors = [] }: Awaited<ReturnType<typeof say>>): string[] => [
    title,
    detail,
    ...errors.map((error: { detail: string }) => error.detail),
  ];

  for (const [code, request, options] of refused)
    test(`${code} is told in Spanish, also in that of Mexico: ${request}`, async () => {
      const [es, mexican, en, pt] = await Promise.all(
        ['es', 'es-MX, es;q=0.9, en;q=0.5', 'en', 'pt-BR'].map((language) => say(request, language, options)),
      );
      assert.deepEqual([es.code, es.title], [code, spanish[`refusals.${code}`]], JSON.stringify(es));
      assert.deepEqual(mexican, es);
      for (const other of [en, pt])
        for (const [index, text] of textsOf(es).entries()) {
          assert.notEqual(text, textsOf(other)[index]);
          assert.doesNotMatch(text, /undefined|\[object|\{\w+\}/);
        }
    });

  test('other formats, links to guides and a refusal of a profile follow, too', async () => {
    const headers = { 'accept-language': 'es-MX' };
    const market = await portal.call('GET /sandbox/recebiveis/v2/sponsors?search=(name', { key, headers });
    assert.match(JSON.stringify(market.body), /no se puede leer|Corrige|no se acepta/);
    const products = await portal.call('GET /sandbox/gestor/v1/nada', { key, headers });
    assert.match(products.body.ajuda, /\/es\/guides\/errors#no_such_path$/);
    assert.match(products.body.mensagem, /^Esta API no tiene la ruta/);
  });

  test('a language that the server does not speak gets the next one of the caller, else Portuguese', async () => {
    const titleIn = async (language: string) => (await say('GET /platform/v1/nothing', language)).title;
    assert.equal(await titleIn('fr, es;q=0.7, en;q=0.5'), 'Ruta no encontrada');
    assert.equal(await titleIn('fr'), 'Caminho não encontrado');
    assert.equal(await titleIn('*'), 'Caminho não encontrado');
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

/** `FUZZED_CALLS=100000` looks longer. */
const calls = Number(process.env.FUZZED_CALLS ?? 300);

/** What a secret of a call looks like; every one ends with this, so that a search finds any that was kept. */
const marker = 'zQ9';
const letters = fc.stringMatching(/^[A-Za-z0-9]{20,40}$/).map((text) => text + marker);
const secret = letters;
const names = fc.constantFrom(
  'password',
  'senha',
  'client_secret',
  'accessToken',
  'api_key',
  'X-Api-Key',
  'private_key',
);
const knownForm = fc.oneof(
  letters.map((text) => `sk_test_${text}`),
  letters.map((text) => `whsec_${text}=`),
  letters.map((text) => `cs_${text}`),
  letters.map((text) => `Bearer ${text}`),
  letters.map((text) => `https://x.example/a?token=${text}&b=1`),
  fc.tuple(letters, letters).map(([body, signature]) => `eyJhbGciOiJFUzI1NiJ9.${body}.${signature}`),
);
/** What may stand under the name of a secret. */
const hidden = fc.oneof(secret, fc.array(secret, { maxLength: 2 }), fc.dictionary(fc.string(), secret, { maxKeys: 2 }));

/** JSON with secrets under secret names, and others in plain text where their form tells them. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    knownForm,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc
    .tuple(fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }), fc.dictionary(names, hidden, { maxKeys: 2 }))
    .map(([open, closed]) => ({ ...open, ...closed })),
}));
const body = fc.oneof(
  json.object.map((value) => ({ type: 'application/json', text: JSON.stringify(value) })),
  json.object.map((value) => ({ type: 'application/json', text: JSON.stringify(value, null, 2).slice(0, -3) })),
  fc.tuple(names, secret).map(([name, value]) => ({
    type: 'application/x-www-form-urlencoded',
    text: `a=1&${encodeURIComponent(name)}=${value}`,
  })),
  fc.tuple(names, secret).map(([name, value]) => ({
    type: 'application/xml',
    text: `<a><${name}>${value}</${name}><b ${name}="${value}"/></a>`,
  })),
  knownForm.map((text) => ({ type: 'text/plain', text: `note: ${text}` })),
);
const call = fc.record({
  path: fc.constantFrom(
    'POST /sandbox/notas/v1/customers',
    'POST /sandbox/crm/v2/usuarios',
    'PUT /sandbox/gestor/v1/clientes/1',
    'POST /sandbox/biblioteca/livros',
    'POST /platform/v1/api_keys',
    'POST /sandbox/crm/v2/nothing',
  ),
  query: fc.option(fc.tuple(names, secret)),
  body,
});

describeOnDatabases('What the request log keeps', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  test('no secret of any call, wherever it was sent', async () => {
    const { db, activity } = portal.context;
    const own = (await portal.call('POST /platform/v1/api_keys', { key, body: { name: 'x', scopes: ['*:read'] } }))
      .body;
    const client = (
      await portal.call('POST /platform/v1/oauth_clients', { key, body: { name: 'x', scopes: ['*:read'] } })
    ).body;
    for (const { path, query, body } of fc.sample(call, { numRuns: calls, seed: 7 })) {
      const search = query ? `?${encodeURIComponent(query[0])}=${query[1]}` : '';
      const headers = { 'content-type': body.type, 'x-secret': `x${marker}`, cookie: `session=x${marker}` };
      await portal.call(path + search, { key, body: body.text, headers });
    }
    await activity.flush();
    const rows = [
      ...(await db.selectFrom('request').selectAll().execute()),
      ...(await db.selectFrom('request_content').selectAll().execute()),
    ];
    assert.ok(rows.length > 200);
    for (const row of rows) {
      const text = JSON.stringify(row);
      for (const found of [marker, key, own.secret, client.secret])
        assert.equal(text.includes(found), false, `${found} was kept in ${text.slice(0, 3000)}`);
    }
  });
});

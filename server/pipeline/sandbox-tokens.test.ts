import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const text = { type: 'string' };
const things = {
  '/things': {
    get: {
      responses: {
        '200': {
          description: 'Things',
          content: { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } },
        },
      },
    },
  },
};
const flow = (tokenUrl: string) => ({
  components: {
    securitySchemes: { oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: {} } } } },
  },
  security: [{ oauth: [] }],
});
const login = {
  post: {
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            required: ['grant_type'],
            properties: { grant_type: text, client_id: text, client_secret: text, refresh_token: text },
          },
        },
      },
    },
    responses: {
      '200': {
        description: 'A token',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['access_token'],
              properties: {
                access_token: { type: 'string', example: 'abc' },
                token_type: { type: 'string', enum: ['bearer'] },
                expires_in: { type: 'integer' },
                restricted_to: { type: 'string', example: 'all' },
              },
            },
          },
        },
      },
    },
  },
};

const documents: Record<string, object> = {
  undeclared: {
    ...flow('https://api.example.com/v1/oauth/token'),
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: things,
  },
  declared: { ...flow('https://api.example.com/login'), paths: { ...things, '/login': login } },
};

describeOnDatabases('tokens of the OAuth flows that a document names', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = Object.entries(documents).map(([slug, rest]) => {
      const document = { openapi: '3.1.0', info: { title: slug, version: '1' }, ...rest };
      return [slug, { 'openapi.yaml': JSON.stringify(document) }] as const;
    });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${writeSpecs(Object.fromEntries(specs))}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const ask = (address: string, body: string, headers: Record<string, string> = {}) =>
    portal.call(`POST /sandbox/${address}`, { body, headers: { ...form, ...headers } });
  const works = async (api: string, token: string) =>
    (await portal.call(`GET /sandbox/${api}/things`, { headers: { authorization: `Bearer ${token}` } })).status === 200;

  test('the secret, the password, the code or the refresh token is the key of the sandbox', async () => {
    for (const body of [
      `grant_type=client_credentials&client_id=shop&client_secret=${key}`,
      `grant_type=password&username=ada&password=${key}`,
      `grant_type=authorization_code&code=${key}`,
      `grant_type=refresh_token&refresh_token=${key}`,
    ]) {
      const { status, body: got } = await ask('undeclared/oauth/token', body);
      assert.deepEqual([status, got.token_type, got.expires_in], [200, 'Bearer', 3600], body);
      assert.equal('refresh_token' in got, !body.includes('client_credentials'));
      assert.ok(await works('undeclared', got.access_token));
    }
    const { body } = await ask('undeclared/oauth/token', 'grant_type=client_credentials&scope=read', {
      authorization: `Basic ${btoa(`shop:${key}`)}`,
    });
    assert.deepEqual([await works('undeclared', body.access_token), body.scope], [true, 'read']);
  });

  test('a token is not to be had without a key, nor by GET, nor elsewhere', async () => {
    assert.equal((await ask('undeclared/oauth/token', 'grant_type=client_credentials')).status, 401);
    const wrong = 'grant_type=client_credentials&client_id=shop&client_secret=wrong';
    assert.equal((await ask('undeclared/oauth/token', wrong)).status, 401);
    assert.equal((await portal.call('GET /sandbox/undeclared/oauth/token', { key })).status, 404);
    const right = wrong.replace('wrong', key);
    assert.equal((await ask('undeclared/oauth/tokens', right)).status, 401);
  });

  test('an operation that gives tokens has its own answer, with the token in it, and keeps no secret', async () => {
    const { status, body } = await ask(
      'declared/login',
      `grant_type=client_credentials&client_id=x&client_secret=${key}`,
    );
    assert.deepEqual([status, body.token_type, body.restricted_to], [200, 'bearer', 'all']);
    assert.ok(await works('declared', body.access_token));
    assert.equal((await ask('declared/login', `client_id=x&client_secret=${key}`)).status, 422);
  });
});

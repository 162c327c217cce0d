import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeKey } from '../identity/key-format.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { newPerson, openBrowser } from '../testing/browser.ts';
import { withFailingPortal } from '../testing/failing-portal.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const server = process.env.TEST_DATABASE_URL;

/** The APIs whose documents tell of failures. */
const telling = ['gestor', 'notas', 'platform', 'recebiveis'];
const apiOf = ({ context }: TestPortal, slug: string) => context.apis.get(slug) as ServedApi;
/** What needs no database. */
const independent = ['getAuthorizationServer'];

const assertRefused = ({ status, headers, body }: TestAnswer, what: string) => {
  assert.equal(status, 503, `${what}: ${JSON.stringify(body)}`);
  assert.match(String(headers['retry-after']), /^\d+$/, what);
};

test('the documents tell of 503 and its Retry-After wherever they tell of 500', async () => {
  const portal = await startTestPortal();
  for (const slug of telling) {
    const failing = apiOf(portal, slug).operations.filter(({ responses }) => responses['500']);
    assert.ok(failing.length > 10, slug);
    for (const { id, responses } of failing) assert.ok(responses['503']?.headers?.['Retry-After'], `${slug} ${id}`);
  }
  await portal.close();
});

describe('a database that is away', { skip: server ? false : 'TEST_DATABASE_URL is not set' }, () => {
  test('is 503 with Retry-After everywhere, and in APIs as their documents declare', async () => {
    await withFailingPortal(server as string, async ({ portal, proxy }) => {
      const person = newPerson();
      await portal.guest();
      proxy.refuse();
      let asked = 0;
      for (const slug of [...telling, 'crm', 'biblioteca']) {
        const { operations, basePath, validator } = apiOf(portal, slug);
        for (const { id, method, path, responses } of operations.filter(({ id }) => !independent.includes(id))) {
          // Its key is not known to this server yet, so it has to look.
          const key = makeKey('test');
          asked++;
          const isForm = path.startsWith('/oauth/');
          const isOutside = isForm || path.startsWith('/.well-known/');
          const address = (isOutside ? '' : basePath) + path.replaceAll(/\{\w+\}/g, 'x');
          const answer = await portal.call(`${method.toUpperCase()} ${address}`, {
            ...(!isForm && { key }),
            ...(id === 'reportLeakedApiKey' && { body: { secret: key } }),
            ...(id === 'createSuggestion' && { body: { text: 'A typo', page: '/', language: 'en' } }),
            ...(isForm && {
              body: 'grant_type=client_credentials&token=x&client_id=a&client_secret=b',
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            }),
          });
          assertRefused(answer, `${slug} ${id}`);
          const schema = Object.values(responses['503']?.content ?? {})[0]?.schema;
          if (telling.includes(slug)) assert.ok(schema, `${slug} ${id}`);
          if (schema) assert.deepEqual(validator.response(schema, answer.body), [], `${slug} ${id}`);
        }
      }
      assert.ok(asked > 150, String(asked));
      for (const [action, body] of [
        ['sign-in', { email: person.email, password: person.password }],
        ['sign-up', person],
        ['request-password-reset', { email: person.email }],
      ] as const)
        assertRefused(await openBrowser(portal).send(`POST /account/${action}`, { body }), action);
      assertRefused(await portal.call('POST /inbox/inb_1'), 'an inbox');
      assert.equal((await portal.call('GET /livez')).status, 200);
    });
  });
});

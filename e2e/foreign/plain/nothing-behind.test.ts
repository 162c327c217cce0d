import { findWords, readSite } from '../../support/built-site.ts';
import { expect, test } from '../../support/portal-test.ts';

/** The document itself has a webhook, which has a page. */
const words =
  /sandbox|webhook[ -](endpoint|event|id|signature)|\/webhooks\b|workspace|sk_test_|sign[- ]?(in|up)\b|inbox|\/platform|api key|test key/gi;

test('no page or file of a portal without a sandbox speaks of one, or of what needs one', () => {
  // What is looked for is found where it is.
  expect(findWords(readSite('whole'), words).length).toBeGreaterThan(100);
  expect(findWords(readSite('plain'), words)).toEqual([]);
});

test('its server answers 404 in their places, and serves documents that do not name it', async ({ portal }) => {
  const paths = [
    '/workspace',
    '/keys',
    '/webhooks',
    '/requests',
    '/usage',
    '/alerts',
    '/account',
    '/sign-in',
    '/outbox',
  ];
  const served = ['/platform/v1/workspace', '/sandbox/train-travel/stations', '/account/session', '/inbox/inb_1'];
  for (const path of [...paths, ...served, '/.well-known/jwks.json', '/reference/platform'])
    expect((await fetch(portal.url + path)).status, path).toBe(404);
  for (const file of ['openapi.yaml', 'postman_collection.json']) {
    const response = await fetch(`${portal.url}/downloads/train-travel/${file}`);
    expect(response.status, file).toBe(200);
    const text = await response.text();
    expect(text.match(/\/sandbox\/|\/platform\//g), file).toBeNull();
    expect(text).toContain('https://api.example.com');
  }
});

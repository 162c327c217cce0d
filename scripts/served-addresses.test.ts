import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { startTestPortal } from '../server/testing/test-portal.ts';
import { isServed } from './served-addresses.ts';

/** The routes for pages, and for CORS preflight requests. */
const catchAll = new Set(['/', '/*', '*']);

/** Every route of the server, as Fastify reports them. */
async function listRoutes(): Promise<string[]> {
  const routes = new Set<string>();
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ url }) => void routes.add(url));
  subscribe('fastify.initialization', listen);
  const portal = await startTestPortal().finally(() => unsubscribe('fastify.initialization', listen));
  await portal.close();
  return [...routes].filter((url) => !catchAll.has(url));
}

test('in development, every address of a server route is proxied to the server', async () => {
  const routes = await listRoutes();
  for (const known of [
    '/livez',
    '/sandbox/*',
    '/inbox/:id',
    '/oauth/token',
    '/account/sign-in',
    '/.well-known/jwks.json',
  ])
    assert.ok(routes.includes(known), `${known} is a route, unless it was renamed`);
  const missing = routes.filter((url) => !isServed(url.replaceAll(/:\w+|\*/g, 'x')));
  assert.deepEqual(missing, [], 'Add them to scripts/served-addresses.ts.');
});

test('in development, every page is served by Docusaurus', () => {
  const pages = readdirSync('src/pages').map((file) => file.replace(/(\.module)?\.\w+$/, ''));
  for (const page of [...pages, 'guides/webhooks', 'reference/notas/list-invoices', 'downloads/notas'])
    for (const path of [`/${page}`, `/${page}/`, `/en/${page}`]) assert.ok(!isServed(path), path);
  for (const path of ['/', '/en/', '/assets/js/main.js', '/oauth', '/livez/x', '/x/oauth/token', '/xwell-known/x'])
    assert.ok(!isServed(path), path);
});

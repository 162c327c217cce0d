import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { loadApi } from '../../server/openapi/load-api.ts';
import { writeSpec } from '../../server/testing/test-specs.ts';
import { checkBrokenLinks } from './broken-links.ts';
import { renderPages } from './render-pages.ts';
import { leaveOutUnrendered, readUnrendered, type UnrenderedPage } from './unrendered-pages.ts';

/** What Docusaurus 3.10 writes when pages cannot be rendered. */
const failedToRender = `[INFO] [en] Creating an optimized production build...
\u001b[31m[ERROR]\u001b[39m Error: Unable to build website for locale en.
    at tryToBuildLocale (file:///x/node_modules/@docusaurus/core/lib/commands/build/build.js:76:15) {
  [cause]: Error: Docusaurus static site generation failed for 2 paths:
  - "\u001b[36m/en/reference/agenda/list-visits\u001b[39m"
  - "/en/guides/profile"
      at throwSSGError (/x/node_modules/@docusaurus/core/lib/ssg/ssgGlobalResult.js:50:11) {
    [cause]: AggregateError
        at createGlobalSSGResult {
      [errors]: [
        Error: Can't render static file for pathname "/en/reference/agenda/list-visits"
            at generateStaticFile {
          [cause]: Error: it broke
              at Operation (server.bundle.js:1:1)
`;
const failedToCompile = `Error: MDX compilation failed for file "/x/.cais/reference/pt-BR/agenda/sandbox-plan.mdx"
Cause: Could not parse expression with acorn`;

describe('pages that cannot be rendered', () => {
  test('are read from what Docusaurus writes, with the reason', () => {
    assert.deepEqual(readUnrendered(failedToRender, ['agenda', 'other']), [
      { api: 'agenda', page: 'list-visits', reason: 'it broke' },
    ]);
    assert.deepEqual(
      readUnrendered(failedToCompile, ['agenda']).map(({ api, page }) => [api, page]),
      [['agenda', 'sandbox-plan']],
    );
    assert.deepEqual(readUnrendered('Error: no space left', ['agenda']), []);
  });

  test('are left out, with the API where its overview is among them', async () => {
    const folder = writeSpec(
      'openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\npaths:\n  /a:\n    get: {operationId: a, responses: {"200": {description: ok}}}\n    put: {operationId: b, responses: {"200": {description: ok}}}\n',
    );
    const own = { ...(await loadApi(folder)), language: 'en' };
    const api = { slug: 'example', folder, own, texts: new Map([['en' as const, own]]) };
    const leaveOut = (...pages: (string | undefined)[]) => {
      const faults = createFaultBook();
      const unrendered = pages.map((page) => ({ api: 'example', page, reason: 'it broke' }));
      const left = leaveOutUnrendered([api], unrendered, faults);
      const slugs = left.map(({ texts }) => texts.get('en')?.operations.map(({ slug }) => slug));
      return { slugs, told: faults.list().map(({ leftOut, operation, line }) => [leftOut, operation, line]) };
    };
    assert.deepEqual(leaveOut('b'), { slugs: [['a']], told: [['operation', 'PUT /a', 6]] });
    assert.deepEqual(leaveOut('sandbox-plan'), { slugs: [['a', 'b']], told: [['part', undefined, 1]] });
    assert.deepEqual(leaveOut('how-it-works'), { slugs: [['a', 'b']], told: [['part', undefined, 1]] });
    assert.deepEqual(leaveOut('webhook--moved'), { slugs: [['a', 'b']], told: [['part', undefined, 1]] });
    assert.deepEqual(leaveOut(undefined), { slugs: [], told: [['api', undefined, 1]] });
  });

  test('are left out one build after the other, until the rest is built', async () => {
    const outputs = [failedToCompile, failedToRender];
    const without: UnrenderedPage[][] = [];
    const output = await renderPages({
      build: async () => {
        const failed = outputs.shift();
        return failed === undefined ? { code: 0, output: 'built' } : { code: 1, output: failed };
      },
      prepare: async (pages) => without.push([...pages]),
      apis: ['agenda'],
    });
    assert.equal(output, 'built');
    assert.deepEqual(
      without.map((pages) => pages.map(({ page }) => page)),
      [['sandbox-plan'], ['sandbox-plan', 'list-visits']],
    );
  });

  test('of guides end the build', async () => {
    const build = async () => ({ code: 1, output: '- "/guides/profile"' });
    await assert.rejects(
      renderPages({ build, prepare: async () => assert.fail(), apis: ['agenda'] }),
      /The pages cannot be built/,
    );
  });
});

test('links to what is left out are told; others that lead nowhere end the build', () => {
  const fault = { api: 'agenda' } as Parameters<typeof checkBrokenLinks>[1][number];
  const warning = (to: string) =>
    `[WARNING] Docusaurus found broken links!\n- Broken link on source page path = /en/guides/x:\n   -> linking to ${to}\n   -> linking to ${to}#a (resolved as: ${to}#a)\n`;
  assert.deepEqual(checkBrokenLinks(warning('/en/reference/agenda/b'), [fault]), [
    '/en/guides/x links to /en/reference/agenda/b, which is left out',
    '/en/guides/x links to /en/reference/agenda/b#a, which is left out',
  ]);
  assert.throws(
    () => checkBrokenLinks(warning('/reference/other/b'), [fault]),
    /\/en\/guides\/x links to \/reference\/other\/b/,
  );
  assert.throws(() => checkBrokenLinks(warning('/guides/missing'), [fault]), /lead nowhere/);
  assert.deepEqual(checkBrokenLinks('built', [fault]), []);
});

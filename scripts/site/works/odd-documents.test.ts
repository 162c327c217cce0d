import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { temporaryFolder, writeSpecs } from '../../../server/testing/test-specs.ts';
import { siteStages } from '../site-stages.ts';
import { makeWorks } from './make-works.ts';
import { writePages } from './pages-fixture.ts';

const ok = { responses: { 200: { description: 'ok' } } };
const list = (schema: object) => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
});
const hostile = `{process.exit(1)} <script>alert(1)</script> \`\`\` \n import x from 'y' | **a** [b](javascript:c) $(touch d)`;

function documentOf(paths: object, more: { components?: object; security?: object[]; webhooks?: object } = {}): string {
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Agenda', version: '1' }, paths, ...more });
}

/** The page of a document that is alone in its portal; undefined if it has none. */
async function pageOf(document: string): Promise<string | undefined> {
  const { slugs, read, faults } = await writePages(writeSpecs({ odd: { 'openapi.yaml': document } }));
  assert.deepEqual(faults, []);
  return slugs.includes('odd') ? read('odd') : undefined;
}

const commandsOf = (page = '') => [...page.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

/** A page without its blocks and spans of code, and without the ids of its headings. */
const markupOf = (page: string) =>
  page
    .replace(/^---[\s\S]*?^---$/m, '')
    .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replaceAll(/(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g, '')
    .replaceAll(/\{\/\* #[\p{L}\p{N}_-]+ \*\/\}/gu, '');

test('alternatives of keys are joined by and, and each key is where its scheme has it', async () => {
  const components = {
    securitySchemes: {
      app: { type: 'apiKey', in: 'header', name: 'X-App' },
      person: { type: 'apiKey', in: 'query', name: 'person' },
      basic: { type: 'http', scheme: 'Basic' },
    },
  };
  const security = [{ app: [], person: [] }, { basic: [] }];
  const page = await pageOf(
    documentOf({ '/visits': { get: list({ type: 'array', items: {} }) } }, { components, security }),
  );
  assert.match(page ?? '', /^- no cabeçalho `X-App` e no parâmetro `person` da URL$/m);
  assert.match(page ?? '', /^- em `Authorization: Basic`/m);
  assert.match(
    page ?? '',
    /"http:\/\/localhost:3000\/sandbox\/odd\/visits\?person=\$CAIS_KEY" \\\n {2}-H "X-App: \$CAIS_KEY"\n/,
  );
});

test('a key in a cookie is sent as one, and its answers are shown', async () => {
  const components = { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } };
  const security = [{ session: [] }];
  const page = await pageOf(
    documentOf({ '/visits': { get: list({ type: 'array', items: {} }) } }, { components, security }),
  );
  assert.match(page ?? '', /curl -s -b "session=\$CAIS_KEY" \S+\n```\n\n```json title="200 OK"/);
});

test('where the document asks for no key, the page says why there is one', async () => {
  const page = await pageOf(documentOf({ '/visits': { get: ok } }));
  assert.match(page ?? '', /O documento não pede chave\./);
});

test('what a document says is text, neither markup of the page nor a command of the shell', async () => {
  const components = {
    securitySchemes: {
      key: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: { [hostile]: hostile } } } },
    },
  };
  const parameters = [
    { name: hostile, in: 'query', description: hostile, schema: { type: 'string' } },
    { name: 'limit', in: 'query', description: hostile, schema: { type: 'integer' } },
  ];
  const schema = {
    type: 'array',
    items: { type: 'object', properties: { id: { type: 'string' }, [hostile]: { type: 'string' } } },
  };
  const paths = {
    "/vi'sits$(touch d)": { get: { summary: hostile, parameters, ...list(schema) } },
    '/old': { get: { operationId: hostile, deprecated: true, ...ok } },
  };
  const page =
    (await pageOf(documentOf(paths, { components, security: [{ key: [] }], webhooks: { [hostile]: { post: ok } } }))) ??
    '';
  assert.match(page, /process/);
  assert.doesNotMatch(markupOf(page), /[{}<>]|^\s*import|\]\(javascript/m);
  const cwd = temporaryFolder();
  for (const command of commandsOf(page).slice(1)) {
    const { status } = spawnSync('bash', ['-c', `curl() { echo '{}'; }\n${command}`], { cwd });
    assert.equal(status, 0, command);
  }
  assert.deepEqual(readdirSync(cwd), []);
});

test('a document that only writes, one that only has events, and one with nothing get what there is to say', async () => {
  const post = { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } }, ...ok };
  assert.match((await pageOf(documentOf({ '/notes': { post } }))) ?? '', /#authentication/);
  const webhooks = {
    note_added: { post: { requestBody: { content: { 'application/json': { example: { id: 7 } } } }, ...ok } },
  };
  const page = await pageOf(documentOf({ '/notes': { post } }, { webhooks }));
  assert.match(page ?? '', /\| `note_added` \| só descrito no documento \| – \|[\s\S]*"id": 7/);
  assert.equal(await pageOf(documentOf({})), undefined);
});

test('a large document gets a page of the usual size', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `/things${index}`,
      { get: list({ type: 'array', items: {} }), delete: { deprecated: true, ...ok } },
    ]),
  );
  const page = (await pageOf(documentOf(paths))) ?? '';
  assert.match(page, /e mais 394/);
  assert.ok(page.length < 20_000, `${page.length} characters`);
});

test('a section that throws is left out and told; the page has the others, and other APIs lose nothing', async () => {
  const specs = writeSpecs({
    broken: { 'openapi.yaml': documentOf({ '/a': { get: ok } }) },
    whole: { 'openapi.yaml': documentOf({ '/a': { get: ok } }) },
  });
  const stages: typeof siteStages = {
    ...siteStages,
    makeWorks: (works, faults) =>
      makeWorks(works, faults, {
        first: async () => {
          if (works.api.slug === 'broken') throw new Error('it broke');
          return { id: 'first', title: 'First', parts: [] };
        },
        second: async () => ({ id: 'second', title: 'Second', parts: [] }),
      }),
  };
  const { slugs, read, faults } = await writePages(specs, ['pt-BR'], stages);
  assert.deepEqual(slugs.sort(), ['broken', 'platform', 'whole']);
  assert.match(read('broken'), /Second/);
  assert.doesNotMatch(read('broken'), /First/);
  assert.match(read('whole'), /First[\s\S]*Second/);
  assert.deepEqual(
    faults.map(({ api, stage, leftOut, message }) => [api, stage, leftOut, /first: it broke/.test(message.en)]),
    [['broken', 'pages', 'part', true]],
  );
});

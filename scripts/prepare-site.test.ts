import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import type { ApiFault } from '../server/openapi/isolation/fault-book.ts';
import { readPortal } from '../server/settings/portal/read-portal.ts';
import { temporaryFolder, writeSpecs } from '../server/testing/test-specs.ts';
import type { ApiLine } from '../src/documents/api-index-data.ts';
import { prepareSite } from './prepare-site.ts';
import { readSettings } from './site/settings.ts';
import { type SiteStages, siteStages } from './site/site-stages.ts';

const get = (id: string, more = '') =>
  `    get:\n      operationId: "${id}"${more}\n      responses: {"200": {description: ok}}\n`;
const documentOf = (...ids: string[]) =>
  `openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: Authorization}}}\nsecurity: [{key: []}]\npaths:\n${ids
    .map((id, index) => `  /${'abcdefghijkl'[index]}:\n${get(id)}`)
    .join('')}`;

/** A stage that throws for the API that is called like it. */
function failing<Name extends keyof SiteStages>(
  name: Name,
  isMeant: (...args: Parameters<SiteStages[Name]>) => boolean,
): Pick<SiteStages, Name> {
  const stage = siteStages[name] as (...args: Parameters<SiteStages[Name]>) => unknown;
  const replaced = (...args: Parameters<SiteStages[Name]>) => {
    if (isMeant(...args)) throw new Error('it broke');
    return stage(...args);
  };
  return { [name]: replaced } as unknown as Pick<SiteStages, Name>;
}

const isCalled =
  (slug: string) =>
  (api: object): boolean =>
    'slug' in api && api.slug === slug;

/** How often the page that breaks in English was read. */
let pagesRead = 0;

const stages: SiteStages = {
  ...siteStages,
  ...failing('loadTexts', (folder) => folder.endsWith('/load')),
  ...failing('serveDocument', isCalled('serve')),
  ...failing('explainApi', isCalled('explain')),
  ...failing('makeOutline', isCalled('outline')),
  ...failing('readScopeTexts', isCalled('scopes')),
  ...failing('makeApiIndex', isCalled('overview')),
  ...failing('makeSandboxPlan', isCalled('explained')),
  ...failing('makeWorks', ({ api }) => api.slug === 'works'),
  createOperationReader: (api, writeSamples) => {
    const read = siteStages.createOperationReader(api, writeSamples);
    return (operation) => {
      // In one language alone.
      if (api.slug === 'page' && operation.id === 'a' && ++pagesRead === 2) throw new Error('it broke');
      return read(operation);
    };
  },
  makeSamples: (api, operation, security, attempt = (make) => make()) =>
    siteStages.makeSamples(api, operation, security, (make) =>
      attempt(() => {
        const made = make();
        if (api.slug === 'sample' && made?.id === 'csharp' && operation.id === 'a') throw new Error('it broke');
        return made;
      }),
    ),
};

/** What is told of each API, as extent, operation and stage; and whether it has pages. */
const expected: Record<string, { told: string[]; hasPages: boolean }> = {
  load: { told: ['api document'], hasPages: false },
  outline: { told: ['api texts'], hasPages: false },
  scopes: { told: ['api texts'], hasPages: false },
  overview: { told: ['api texts'], hasPages: false },
  explained: { told: ['api texts'], hasPages: false },
  serve: { told: ['part explanation'], hasPages: true },
  explain: { told: ['part explanation'], hasPages: true },
  works: { told: ['part pages'], hasPages: true },
  page: { told: ['operation GET /a pages'], hasPages: true },
  sample: { told: ['part GET /a sample'], hasPages: true },
  odd: { told: [], hasPages: true },
  good: { told: [], hasPages: true },
};

const oddIds = [
  'index',
  'sandboxPlan',
  'howItWorks',
  'получить',
  '取得',
  'a1',
  'a-1',
  'List',
  'list',
  '__proto__',
  'x'.repeat(280),
];

describe('the reference pages, where an API has a fault', () => {
  const settings = { ...readSettings(resolve('.'), {}), caisDir: temporaryFolder() };
  let faults: ApiFault[];
  let locales: string[];
  before(async () => {
    const documents = Object.keys(expected).map((slug) => [
      slug,
      { 'openapi.yaml': documentOf(...(slug === 'odd' ? oddIds : ['a', 'b'])) },
    ]);
    settings.specsPath = writeSpecs(Object.fromEntries(documents));
    locales = (await readPortal(settings.portal)).languages;
    faults = await prepareSite(settings, { stages });
  });

  const read = (path: string) => JSON.parse(readFileSync(join(settings.caisDir, path), 'utf8'));

  for (const [slug, { told, hasPages }] of Object.entries(expected))
    test(`${slug}: ${told.length > 0 ? `only ${told} is left out` : 'all pages are there'}, and it is told`, () => {
      const own = faults.filter(({ api }) => api === slug);
      assert.deepEqual(
        own.map(({ leftOut, operation, stage }) => [leftOut, operation, stage].filter(Boolean).join(' ')),
        told,
      );
      for (const { file, line, message, remedy } of own) {
        assert.match(file, new RegExp(`${slug}/openapi\\.yaml$`));
        assert.match(message.en, /: it broke\.$/);
        assert.ok(line >= 1 && remedy.pt.length > 10);
      }
      for (const locale of locales) {
        const line = read('apis.json')[locale].find((api: ApiLine) => api.slug === slug);
        assert.equal(line.faulty, !hasPages);
        const pages = readdirSync(join(settings.caisDir, 'reference', locale, slug));
        const operations = pages.filter((name) => name.endsWith('.api.mdx'));
        assert.equal(operations.length, line.operations);
        if (!hasPages) assert.deepEqual(pages.sort(), ['index.json', 'index.mdx']);
        else assert.equal(operations.length, slug === 'odd' ? oddIds.length : slug === 'page' ? 1 : 2);
        assert.equal(
          existsSync(join(settings.caisDir, 'reference', locale, slug, 'sandbox-plan.json')),
          hasPages && !['serve', 'explain'].includes(slug),
        );
        const hasWorks = hasPages && !['serve', 'works'].includes(slug);
        assert.equal(pages.includes('how-it-works.mdx'), hasWorks);
        assert.equal(
          JSON.stringify(read(`reference/${locale}/sidebars.json`)).includes(`"${slug}/how-it-works"`),
          hasWorks,
        );
        if (hasPages) assert.equal(read(`reference/${locale}/${slug}/index.json`).hasWorks, hasWorks);
      }
    });

  test('what is left out is in no list and no navigation', () => {
    for (const locale of locales) {
      const text = (file: string) => JSON.stringify(read(`reference/${locale}/${file}`));
      assert.doesNotMatch(text('page/index.json'), /"slug":"a"/);
      assert.match(text('page/index.json'), /"slug":"b"/);
      assert.doesNotMatch(text('page/sandbox-plan.json'), /"slug":"a"/);
      assert.doesNotMatch(text('sidebars.json'), /"page\/a"/);
      assert.match(text('sidebars.json'), /"page\/b"/);
      assert.match(text('sidebars.json'), /"load\/index"/);
      assert.equal(read(`reference/${locale}/sample/a.json`).samples.length, 6);
      assert.equal(read(`reference/${locale}/good/a.json`).samples.length, 7);
    }
  });

  test('the server has the operations whose pages are missing', () => {
    const [name = ''] = readdirSync(join(settings.caisDir, 'documents')).filter((file) => file.startsWith('page.'));
    assert.deepEqual(Object.keys(read(`documents/${name}`).paths), ['/a', '/b']);
  });

  test('the pages of an API that is left out tell strangers nothing of the fault', () => {
    assert.deepEqual(read('reference/en/load/index.json'), { slug: 'load' });
    assert.equal(read('faults.json').length, faults.length);
  });
});

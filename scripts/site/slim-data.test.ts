import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slimData, slimmed } from './slim-data.ts';

const version = '/x/docusaurus-plugin-content-docs/reference/p/en-reference-61c.json';

test('the navigation retains its labels and links', () => {
  const link = { type: 'link', label: 'List', href: '/reference/a/list', customProps: { method: 'get' } };
  const items = [{ type: 'category', label: 'Tag', items: [{ ...link, key: 'a/Tag/list', docId: 'a/list' }] }];
  const docs = { 'a/list': { title: 'List', description: 'Long' } };
  const source = JSON.stringify({ version: { label: 'Next', docs, docsSidebars: { reference: items } } });
  assert.deepEqual(JSON.parse(slimData(version, source)), {
    version: {
      label: 'Next',
      docs: {},
      docsSidebars: { reference: [{ type: 'category', label: 'Tag', items: [link] }] },
    },
  });
});

test('an unlisted page remains unlisted', () => {
  const items = [{ type: 'link', label: 'Draft', href: '/d', unlisted: true }];
  const source = JSON.stringify({ version: { docsSidebars: { reference: items } } });
  assert.equal(JSON.parse(slimData(version, source)).version.docsSidebars.reference[0].unlisted, true);
});

test('the guides retain the list of their pages', () => {
  const instance = () => ({ versions: [{ name: 'current', docs: [{ id: 'a' }] }] });
  const source = JSON.stringify({ 'docusaurus-plugin-content-docs': { default: instance(), reference: instance() } });
  const plugins = JSON.parse(slimData('/x/globalData.json', source))['docusaurus-plugin-content-docs'];
  assert.equal(plugins.default.versions[0].docs.length, 1);
  assert.deepEqual(plugins.reference.versions, [{ name: 'current', docs: [] }]);
});

test('a thousand operations add no more to every page than one', () => {
  const route = (path: string) => `{
    path: '${path}',
    component: ComponentCreator('${path}', '1a2'),
    exact: true,
    sidebar: "reference"
  }`;
  const line = (id: string, file: string) =>
    `  "${id}": [() => import(/* webpackChunkName: "${id}" */ "@site/${file}"), "@site/${file}", require.resolveWeak("@site/${file}")],\n`;
  const generated = (count: number) => {
    const operations = Array.from({ length: count }, (_, index) => `/en/reference/a/get-thing-${index}`);
    const paths = [
      '/en/reference',
      '/en/reference/a',
      ...operations,
      '/en/reference/a/how-it-works',
      '/en/reference/a/sandbox-plan',
    ];
    const names = paths.map((path) => [`${path}-1a2`, { __comp: '17896441', content: '1a2b3c4d' }]);
    return {
      routes: slimData(
        '/x/docusaurus/routes.js',
        `export default [{ path: '/en/reference', routes: [${paths.map(route)}] }];`,
      ),
      names: slimData('/x/routesChunkNames.json', JSON.stringify(Object.fromEntries(names))),
      registry: slimData(
        '/x/registry.js',
        `export default {\n${line('1a2b3c4d', 'a/sandbox-plan.mdx')}${operations.map((path, index) => line(`${index}`, `${path}.api.mdx`)).join('')}};`,
      ),
    };
  };
  const { routes, names, registry } = generated(1000);
  assert.deepEqual(generated(1), { routes, names, registry });
  assert.match(routes, /sandbox-plan'[^}]*\}, \{ path: '\/en\/reference\/:api\/:operation', component: OperationRoute/);
  assert.deepEqual(Object.keys(JSON.parse(names)), [
    '/en/reference-1a2',
    '/en/reference/a-1a2',
    '/en/reference/a/how-it-works-1a2',
    '/en/reference/a/sandbox-plan-1a2',
  ]);
  assert.match(routes, /'\/en\/reference\/a\/how-it-works'/);
  assert.match(registry, /sandbox-plan\.mdx/);
  assert.ok(routes.length + names.length + registry.length < 2000);
});

test('module names are removed, and modules load as before', () => {
  const line = `"1a": [() => import(/* webpackChunkName: "1a" */ "@site/a.mdx"), "@site/a.mdx", require.resolveWeak("@site/a.mdx")],`;
  assert.equal(
    slimData('/x/registry.js', line),
    '"1a": [() => import(/* webpackChunkName: "1a" */ "@site/a.mdx"), "", require.resolveWeak("@site/a.mdx")],',
  );
});

test('texts of what no portal has are removed', () => {
  const texts = {
    'theme.blog.tagTitle': 'a',
    'theme.docs.versions.latestVersionLinkLabel': 'b',
    'theme.docs.paginator.next': 'c',
  };
  for (const file of ['/x/codeTranslations.json', '/x/otherCodeTranslations.json'])
    assert.equal(slimData(file, JSON.stringify(texts)), '{"theme.docs.paginator.next":"c"}');
});

test('other files are unchanged', () => {
  for (const file of ['/x/docusaurus-plugin-content-docs/default/p/guides-1.json', '/x/src/data.json'])
    assert.deepEqual([slimmed.test(file), slimData(file, '{"docs": 1}')], [false, '{"docs": 1}']);
});

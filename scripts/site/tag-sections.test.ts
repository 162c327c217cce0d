import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPages } from './pages-fixture.ts';

/** The sections of the overview: group, label and the paths below it. */
async function sectionsOf(tags: string, paths: Record<string, string>): Promise<unknown[]> {
  const lines = Object.entries(paths).map(
    ([path, own]) => `  '${path}': {get: {${own}responses: {'200': {description: ok}}}}`,
  );
  const { index } = await readPages(
    `openapi: 3.2.0\ninfo: {title: Tags, version: "1"}\n${tags}\npaths:\n${lines.join('\n')}`,
  );
  const ids = index.tags.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'each section has a place of its own');
  return index.tags.map(({ group, label, operations }) => [
    ...(group ? [group] : []),
    label,
    ...operations.map(({ path }) => path),
  ]);
}

describe('no tag and no operation is lost', () => {
  test('whatever they are called', async () => {
    assert.deepEqual(
      await sectionsOf(
        `tags: [{name: my-service/common}, {name: '🚀 Launch & <go>'}, {name: default}, {name: Unused}, {name: Said, description: Only a text.}]
x-tagGroups: [{name: G1, tags: [my-service/common, default]}]`,
        {
          '/a': 'tags: [my-service/common], ',
          '/b': `tags: ['🚀 Launch & <go>'], `,
          '/c': 'tags: [default], ',
          '/d': 'tags: [dup, dup], ',
          '/e': '',
          '/f': 'tags: [Dup], ',
          '/g': 'tags: [], ',
          '/h': 'tags: [my-service/common, second], ',
          '/i': 'tags: [Línguas - áè], ',
        },
      ),
      [
        ['G1', 'my-service/common', '/a', '/h'],
        ['G1', 'default', '/c'],
        ['🚀 Launch & <go>', '/b'],
        ['Said'],
        ['dup', '/d'],
        ['Dup', '/f'],
        ['second', '/h'],
        ['Línguas - áè', '/i'],
        ['Other operations', '/e', '/g'],
      ],
    );
  });

  test('tags of OpenAPI 3.2 have parents, names to read, and kinds that are not for navigation', async () => {
    assert.deepEqual(
      await sectionsOf(
        'tags: [{name: a, summary: All of A}, {name: b, parent: a}, {name: beta, kind: badge, description: New.}, {name: c}]',
        { '/x': 'tags: [beta, b], ', '/y': 'tags: [a], ', '/z': 'tags: [c], ' },
      ),
      [['All of A', 'All of A', '/y'], ['All of A', 'b', '/x'], ['beta'], ['c', '/z']],
    );
  });

  test('without tags, the first name in the paths stands for one', async () => {
    assert.deepEqual(
      await sectionsOf('', {
        '/': '',
        '/api/v2/service-invoices': '',
        '/api/v2/service-invoices/{id}': '',
        '/api/v2/customers': '',
        '/{tenant}/customers': '',
      }),
      [
        ['Service invoices', '/api/v2/service-invoices', '/api/v2/service-invoices/{id}'],
        ['Customers', '/api/v2/customers', '/{tenant}/customers'],
        ['Other operations', '/'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../testing/test-specs.ts';
import { loadApi } from './load-api.ts';
import { readTagGroups } from './tag-groups.ts';

async function groupsOf(version: string, tags: string): Promise<unknown> {
  const { document } = await loadApi(
    writeSpec(`openapi: ${version}
info: {title: Shop, version: "1"}
${tags}
paths:
  /a: {get: {tags: [Orders, 'used only'], responses: {"200": {description: ok}}}}
  /b: {get: {tags: [constructor], responses: {"200": {description: ok}}}}
`),
  );
  return readTagGroups(document);
}

describe('tags are shown in groups', () => {
  test('those of x-tagGroups, with each tag in one of them, and none lost', async () => {
    const tags = `tags: [{name: Orders}, {name: orders}, {name: Left}]
x-tagGroups: [{name: Sales, tags: [Orders, orders, unknown]}, {name: Again, tags: [Orders]}, 7, {name: Wrong, tags: Left}, {name: Other, tags: [constructor]}]`;
    assert.deepEqual(await groupsOf('3.0.3', tags), [
      { name: 'Sales', tags: ['Orders', 'orders'] },
      { name: 'Other', tags: ['constructor'] },
      { name: '', tags: ['Left', 'used only'] },
    ]);
  });

  test('those of the parents of OpenAPI 3.2, at any depth; a circle and a parent that is not there are no group', async () => {
    const tags = `tags:
  - {name: Items, parent: Orders}
  - {name: sales, summary: All sales, kind: nav}
  - {name: Orders, parent: sales}
  - {name: Bills, parent: sales}
  - {name: Egg, parent: Hen}
  - {name: Hen, parent: Egg}
  - {name: Child, parent: gone}
  - {name: Own, parent: Own}`;
    assert.deepEqual(await groupsOf('3.2.0', tags), [
      { name: 'All sales', tags: ['sales', 'Orders', 'Items', 'Bills'] },
      { name: '', tags: ['Egg', 'Hen', 'Child', 'Own', 'used only', 'constructor'] },
    ]);
  });

  test('without any, all tags are in none', async () => {
    assert.deepEqual(await groupsOf('3.1.0', 'tags: [{name: Left}]'), [
      { name: '', tags: ['Left', 'Orders', 'used only', 'constructor'] },
    ]);
  });

  test('what OpenAPI 3.2 says of a tag and of a server is kept', async () => {
    const { document } = await loadApi(
      writeSpec(`openapi: 3.2.0
info: {title: Shop, version: "1"}
servers: [{url: /, name: Here}]
tags: [{name: a, summary: A, kind: badge, parent: b}]
paths: {/a: {servers: [{url: https://eu.example.com, name: Europe}], get: {responses: {"200": {description: ok}}}}}
`),
    );
    assert.deepEqual(document.tags, [{ name: 'a', summary: 'A', kind: 'badge', parent: 'b', 'x-displayName': 'A' }]);
    assert.equal(document.servers?.[0]?.name, 'Here');
    assert.deepEqual(document.paths?.['/a']?.servers, [
      { url: 'https://eu.example.com', name: 'Europe', 'x-name': 'Europe' },
    ]);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveDocument } from '../testing/serve-document.ts';

const document = `openapi: 3.1.0
info: {title: Search, version: "1"}
paths:
  /search:
    get:
      parameters:
        - name: filter
          in: query
          required: true
          style: deepObject
          schema:
            type: object
            required: [length, range, tags]
            properties:
              length: {type: integer}
              range: {type: object, required: [from], properties: {from: {type: integer}, to: {type: integer}}}
              tags: {type: array, minItems: 2, items: {type: string, enum: [a, b]}}
      responses: {"204": {description: ok}}
`;

test('an object in an address may hold objects and lists, written in any usual way', () =>
  serveDocument(document, async (call) => {
    const search = async (...pairs: string[]) => (await call(`GET /search?${encodeURI(pairs.join('&'))}`)).status;
    const rest = ['filter[length]=3', 'filter[range][from]=1'];
    for (const tags of [
      ['filter[tags]=a', 'filter[tags]=b'],
      ['filter[tags][]=a', 'filter[tags][]=b'],
      ['filter[tags][0]=a', 'filter[tags][1]=b'],
    ])
      assert.equal(await search(...rest, ...tags), 204, tags.join('&'));
    const tags = ['filter[tags]=a', 'filter[tags]=b'];
    assert.equal(await search('filter[length]=3', 'filter[range][to]=1', ...tags), 422);
    assert.equal(await search('filter[length]=x', 'filter[range][from]=1', ...tags), 422);
    assert.equal(await search(...rest, 'filter[tags][]=a', 'filter[tags][]=c'), 422);
    assert.equal(await search(...rest, ...tags, 'filter[__proto__][x]=1', `filter${'[x]'.repeat(5000)}=1`), 204);
  }));

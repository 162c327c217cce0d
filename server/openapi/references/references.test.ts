import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveDocument } from '../../testing/serve-document.ts';
import { writeSpec } from '../../testing/test-specs.ts';
import { loadApi } from '../load-api.ts';

const named = `openapi: 3.2.0
$self: https://api.example.com/shop/openapi
info: {title: Shop, version: "1"}
paths:
  /items:
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: https://api.example.com/shop/openapi#/components/schemas/Item}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#item"}}}}}
  /owners:
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: schemas/owner}}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Item:
      $anchor: item
      type: object
      required: [name, owner]
      properties: {name: {type: string}, owner: {$ref: schemas/owner}, $id: {type: integer}}
      example: {$anchor: shown, $ref: shown}
      examples: [{$anchor: shown, $id: shown, $ref: shown, nested: {$id: shown}}]
    Owner:
      $id: schemas/owner
      type: object
      required: [size]
      properties: {size: {$ref: "#/$defs/size"}, code: {$ref: "#code"}, item: {$ref: "../openapi#item"}, price: {$ref: "#/components/schemas/Price"}}
      $defs: {size: {enum: [small, large]}, code: {$anchor: code, type: string, maxLength: 3}}
    Price: {type: integer}
`;

const generic = `openapi: 3.1.0
info: {title: Pages, version: "1"}
paths:
  /pets: {post: {requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/PetPage"}}}}, responses: {"204": {description: ok}}}}
  /names:
    post:
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: page, $defs: {own: {$dynamicAnchor: T, type: string}}}}
      responses: {"204": {description: ok}}
  /any: {post: {requestBody: {required: true, content: {application/json: {schema: {$ref: page}}}}, responses: {"204": {description: ok}}}}
  /tree: {post: {requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/StrictTree"}}}}, responses: {"204": {description: ok}}}}
  /loose: {post: {requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}}, responses: {"204": {description: ok}}}}
components:
  schemas:
    Page:
      $id: page
      type: object
      required: [items]
      properties: {items: {type: array, items: {$dynamicRef: "#T"}}, next: {$ref: page}}
      $defs: {T: {$dynamicAnchor: T}}
    PetPage: {$id: pet-page, $ref: page, $defs: {T: {$dynamicAnchor: T, $ref: "#/$defs/Pet"}, Pet: {type: object, required: [bark], properties: {bark: {type: boolean}}}}, properties: {pet: {$ref: "#/$defs/Pet"}}}
    Tree: {$dynamicAnchor: node, type: object, properties: {data: {}, children: {type: array, items: {$dynamicRef: "#node"}}}}
    StrictTree: {$dynamicAnchor: node, $ref: "#/components/schemas/Tree", unevaluatedProperties: false}
`;

describe('references by names lead where JSON Schema says', () => {
  test('by $self, $id and $anchor, each within its own resource', () =>
    serveDocument(named, async (call, faults) => {
      assert.deepEqual(faults, []);
      const owner = { size: 'small', code: 'abc', price: 7 };
      assert.equal((await call('POST /items', { name: 'x', owner, $id: 7 })).status, 200);
      assert.equal((await call('POST /items', { name: 'x', owner: { size: 'none' } })).status, 422);
      assert.equal((await call('POST /owners', owner)).status, 204);
      for (const wrong of [{ code: 'abcd' }, { price: 'x' }, { item: {} }])
        assert.equal((await call('POST /owners', { ...owner, ...wrong })).status, 422, JSON.stringify(wrong));
    }));

  test('only pointers are left; data stays as it is', async () => {
    const { document } = await loadApi(writeSpec(named));
    const { Item, Owner } = document.components?.schemas ?? {};
    assert.deepEqual(Item?.properties?.owner, { $ref: '#/components/schemas/Owner' });
    assert.deepEqual(Item?.properties?.$id, { type: 'integer' });
    assert.deepEqual(Item?.example, { $anchor: 'shown', $ref: 'shown' });
    const listed = { $anchor: 'shown', $id: 'shown', $ref: 'shown', nested: { $id: 'shown' } };
    assert.deepEqual(Item?.examples, [listed]);
    assert.deepEqual(Owner?.properties?.item, { $ref: '#/components/schemas/Item' });
    assert.equal(Owner?.$id, undefined);
  });

  test('a template is read with the schemas that it is used with', () =>
    serveDocument(generic, async (call, faults) => {
      assert.deepEqual(faults, []);
      const status = async (path: string, body: unknown) => (await call(`POST ${path}`, body)).status;
      assert.equal(await status('/pets', { items: [{ bark: true }] }), 204);
      assert.equal(await status('/pets', { items: [{ bark: 'loud' }] }), 422);
      assert.equal(await status('/pets', { items: [], next: { items: [7] } }), 422);
      assert.equal(await status('/names', { items: ['a'] }), 204);
      assert.equal(await status('/names', { items: [7] }), 422);
      assert.equal(await status('/any', { items: [7, 'a'] }), 204);
      assert.equal(await status('/tree', { children: [{ data: 1 }] }), 204);
      assert.equal(await status('/tree', { children: [{ daat: 1 }] }), 422);
      assert.equal(await status('/loose', { children: [{ daat: 1 }] }), 204);
    }));

  test('a name that is nowhere is told, and no reference leads out', async () => {
    const { faults } = await loadApi(
      writeSpec(`openapi: 3.1.0
info: {title: X, version: "1"}
paths:
  /a: {get: {responses: {"200": {description: ok}}}}
  /b: {post: {requestBody: {content: {application/json: {schema: {$dynamicRef: "#none"}}}}, responses: {"204": {description: ok}}}}
  /c: {post: {requestBody: {content: {application/json: {schema: {$id: "https://example.com/a/", $ref: "b.json"}}}}, responses: {"204": {description: ok}}}}
`),
    );
    assert.deepEqual(
      faults.map(({ line, message }) => `${line}: ${message.en}`),
      [
        '5: The reference #none has no target.',
        '6: The reference b.json points outside the document, to a file that is not there: b.json.',
      ],
    );
  });
});

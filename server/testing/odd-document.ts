/** A document with what makes types hard to write: names, circles, variants, tuples, directions, media types, statuses. */
export const oddDocument = `openapi: 3.1.0
info: {title: Odd, version: 2026-06}
paths:
  /pets:
    get:
      operationId: delete
      summary: Ends a comment */ and goes on.
      parameters:
        - {name: 'filter[color]', in: query, schema: {type: array, items: {enum: [red, "it's"]}}}
        - {name: shape, in: query, style: deepObject, schema: {type: object, properties: {size: {type: integer}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}
        default: {description: bad, content: {application/problem+json: {schema: {$ref: "#/components/schemas/Error"}}}}
    post:
      operationId: list pets/create.it
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {type: object, required: [photo], properties: {photo: {contentMediaType: image/png}, of: {$ref: "#/components/schemas/Pet"}}}}
          application/json: {schema: {$ref: "#/components/schemas/Pet"}}
          text/csv: {schema: {type: string}}
      responses:
        "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}, text/csv: {}, "image/*": {}}}
        "204": {description: nothing}
        "404": {description: no body}
        "4XX": {description: text, content: {text/plain: {schema: {type: string}}}}
  /tuples/{id}:
    get:
      operationId: 取得
      parameters: [{name: id, in: path, required: true, style: matrix, schema: {type: array, items: {type: integer}}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Client"}}}}}
  /gone:
    get: {operationId: __proto__, responses: {"410": {description: gone}}}
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties:
        id: {type: string, readOnly: true}
        secret: {type: string, writeOnly: true}
        kind: {type: string}
        parent: {$ref: "#/components/schemas/Pet"}
      discriminator: {propertyName: kind}
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {lives: {const: 9}}, required: [lives]}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}], required: [barks], properties: {barks: {type: boolean}}}
    Client:
      type: object
      properties:
        pair: {type: array, prefixItems: [{type: string}, {type: integer}], minItems: 1, items: false}
        tree: {$ref: "#/components/schemas/Tree"}
        map: {type: object, additionalProperties: {$ref: "#/components/schemas/Tree"}}
        mixed: {type: object, properties: {n: {type: integer}}, additionalProperties: {type: string}}
        either: {anyOf: [{type: string}, {type: "null"}]}
        "a-b": {type: [integer, "null"]}
        __proto__: {type: string}
    Tree: {type: array, items: {$ref: "#/components/schemas/Tree"}}
    Error: {type: object, required: [code], properties: {code: {type: string}}}
    Full: {allOf: [{$ref: "#/components/schemas/Error"}, {required: [more]}], properties: {more: {type: string}}}
`;

/** What a caller may and may not write with the client of that document. */
export const oddProgram = `import { type Cat, type Client2, createClient, delete2, listPetsCreateIt, type PetInput, 取得 } from '@cais/odd';

const client = createClient({ auth: { bearer: 'key' } });

export async function use(): Promise<unknown> {
  const listed = await delete2(client, { query: { 'filter[color]': ['red', "it's"], shape: { size: 1 } } });
  if (!listed.ok) return listed.status === 500 ? listed.error.code.toUpperCase() : listed.error;
  const pet: PetInput = { kind: 'cat', lives: 9, secret: 'x', parent: { kind: 'dog', barks: true } };
  // @ts-expect-error: the API sets the id.
  const wrong: PetInput = { kind: 'cat', lives: 9, id: '1' };
  const made = await listPetsCreateIt(client, { body: pet });
  if (made.ok) return made.data?.id;
  if (made.status === 404) return made.error.kind;
  if (made.status === 422) return made.error.trim();
  if (made.status === 0) return made.error.cause;
  const csv = await listPetsCreateIt(client, { contentType: 'text/csv', body: 'a;b', accept: 'text/csv' });
  const text: string | undefined = csv.data;
  const file = await listPetsCreateIt(client, { contentType: 'multipart/form-data', body: { photo: new Blob([]) } });
  // @ts-expect-error: an id is missing.
  await 取得(client);
  const { data } = await 取得(client, { path: { id: [1, 2] } });
  const odd: Client2 | undefined = data;
  const cat: Cat = { kind: 'cat', lives: 9 };
  const pair: [string, number?] | undefined = odd?.pair;
  return [text, file.status, cat.lives, pair, odd?.tree?.[0]?.[0], odd?.map?.['x']?.[0], odd?.mixed?.n, odd?.['a-b'], wrong];
}
`;

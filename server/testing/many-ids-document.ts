/** The ids of each store: their schema in the path, and in the record. */
const stores: Record<string, [path: string, record?: string]> = {
  hexes: ['{type: string, pattern: "^[0-9a-f]{6}$", example: ab}'],
  pairs: ['{type: string, pattern: "^[A-Z]{2}[0-9]{4}$"}', '{type: string, example: A}'],
  sizes: ['{type: string, enum: [s, m, l]}'],
  uuids: ['{type: string, format: uuid}', '{type: string, format: uuid}'],
  numbers: ['{type: integer, minimum: 1000}', '{type: integer}'],
  words: ['{type: string, minLength: 12, maxLength: 14}'],
  digits: ['{type: string, pattern: "^[0-9]{1,10}$"}'],
  free: ['{type: string}', '{type: string, example: x1}'],
};

const paths = Object.entries(stores).map(([store, [path]]) => {
  const answer = `content: {application/json: {schema: {$ref: "#/components/schemas/${store}"}}}`;
  return `  /${store}:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/${store}"}}}}}}}
    post:
      parameters: [{name: X-Idempotency-Key, in: header, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {note: {type: string}}}}}}
      responses: {"201": {description: ok, ${answer}}}
  /${store}/{id}:
    parameters: [{name: id, in: path, required: true, schema: ${path}}]
    get: {responses: {"200": {description: ok, ${answer}}}}`;
});

export const storesWithIds = Object.keys(stores);

/** A document with ids of many kinds. */
export const manyIdsDocument = `openapi: 3.1.0
info: {title: Ids, version: "1"}
paths:
${paths.join('\n')}
components:
  schemas:
${Object.entries(stores)
  .map(
    ([store, [path, record = path]]) =>
      `    ${store}: {type: object, properties: {id: ${record}, note: {type: string}}}`,
  )
  .join('\n')}
`;

/** An API that is honest and yet makes each step of a request expensive: choices, recursion, patterns, unique items. */
export const hostileDocument = `
openapi: 3.1.0
info: { title: Worst, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } }
    post:
      operationId: createThing
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
      responses: { '201': { description: created, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
components:
  schemas:
    Thing:
      type: object
      properties:
        id: { type: string }
        items: { type: array, items: { anyOf: [{ type: string }, { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] } }
        deep: { $ref: '#/components/schemas/Deep' }
        tree: { $ref: '#/components/schemas/Tree' }
        closed: { type: object, additionalProperties: false, properties: { a: { type: integer } } }
        unique: { type: array, uniqueItems: true }
        nested: { type: array, items: { type: string, pattern: '^(a+)+$' } }
        ambiguous: { type: array, items: { type: string, pattern: '^(a|aa)+$' } }
        polynomial: { type: array, items: { type: string, pattern: '\\\\d+\\\\s*:' } }
        trimmed: { type: array, items: { type: string, pattern: '\\\\s+$' } }
        email: { type: array, items: { type: string, format: email } }
        uri: { type: array, items: { type: string, format: uri } }
        times: { type: array, items: { type: string, format: date-time } }
        map: { type: object, additionalProperties: { $ref: '#/components/schemas/A' } }
        named: { type: object, patternProperties: { '^(x+)+$': { type: integer } }, additionalProperties: { type: string } }
        holding: { type: array, contains: { $ref: '#/components/schemas/A' } }
        few: { type: object, propertyNames: { maxLength: 5 } }
        exact: { type: object, properties: { a: { type: integer } }, unevaluatedProperties: false }
    A: { type: object, required: [a, b], additionalProperties: false, properties: { a: { const: 1 }, b: { type: string } } }
    B: { type: object, required: [c, d], additionalProperties: false, properties: { c: { const: 1 }, d: { type: string } } }
    Deep: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Deep' } }] }
    Tree:
      anyOf:
        - { type: object, required: [x], properties: { x: { type: integer }, next: { $ref: '#/components/schemas/Tree' } } }
        - { type: object, required: [y], properties: { y: { type: integer }, next: { $ref: '#/components/schemas/Tree' } } }
        - { type: object, required: [z], properties: { z: { type: integer }, next: { $ref: '#/components/schemas/Tree' } } }
`;

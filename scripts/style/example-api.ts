/** A document that follows every rule of the style guide; tests break one rule at a time. */
export const wellStyled = `openapi: 3.1.0
info: {title: Agenda, version: "2"}
servers:
  - {url: /sandbox/example/v2}
  - {url: "https://{region}.agenda.example/v2", variables: {region: {default: sa}}}
paths:
  /customers:
    get:
      parameters:
        - {$ref: '#/components/parameters/cursor'}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/Customer'}}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
    post:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}
      responses:
        '201':
          description: created
          headers: {Location: {schema: {type: string}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}
  /customers/{customer_id}:
    parameters:
      - {name: customer_id, in: path, required: true, schema: {type: string}}
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}
        '404': {$ref: '#/components/responses/NotFound'}
    put:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}
      responses:
        '200': {description: ok}
        '404': {$ref: '#/components/responses/NotFound'}
    patch:
      requestBody:
        content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
      responses:
        '200': {description: ok}
  /customers/{customer_id}/address:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {type: object, properties: {city: {type: string}}}}}
  /notas_fiscais:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {type: array, items: {type: object}}}}
  /notas_fiscais/cancelar:
    post:
      responses:
        '204': {description: done}
  /company:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {type: object, properties: {partners: {type: array}}}}}
components:
  parameters:
    cursor: {name: cursor, in: query, schema: {type: string}}
  schemas:
    Customer:
      type: object
      required: [id, name, tax_number]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        tax_number: {type: string}
        address: {type: object, properties: {city: {type: string, examples: [{properties: {notASchema: {}}}]}}}
    Problem:
      type: object
      properties:
        type: {type: string}
        title: {type: string}
        status: {type: integer}
        detail: {type: string}
  responses:
    NotFound:
      description: not there
      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
    MethodNotAllowed:
      description: no such method
      headers: {Allow: {schema: {type: string}}}
      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
`;

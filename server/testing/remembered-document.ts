const json = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const ok = (schema: string) => `responses: {"200": {description: ok, ${json(schema)}}}`;
const nothing = 'responses: {"200": {description: ok}}';
const takes = (schema: string) => `requestBody: {${json(schema)}}`;
const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const listOf = (name: string) => `{type: array, items: ${ref(name)}}`;
const id = (name = 'id') => `parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}]`;
const query = (name: string, schema = '{type: string}') =>
  `parameters: [{name: ${name}, in: query, required: true, schema: ${schema}}]`;

/** What documents of others write where a sandbox might answer an example and keep nothing. */
export const rememberedDocument = `openapi: 3.1.0
info: {title: Remembered, version: "1"}
paths:
  /articles:
    get: {${nothing}}
    post: {${takes('{type: object, properties: {title: {type: string}}}')}, ${nothing}}
  /articles/{article_id}:
    get: {${id('article_id')}, ${nothing}}
    put: {${id('article_id')}, ${takes('{type: object, properties: {title: {type: string}}}')}, ${nothing}}
    delete: {${id('article_id')}, ${nothing}}
  /notes:
    get: {responses: {"200": {description: ok, content: {application/json: {example: {notes: [{id: 7, text: first}]}}}}}}
    post: {${takes('{type: object, properties: {text: {type: string}}}')}, responses: {"201": {description: ok, content: {application/json: {example: {id: 7, text: first}}}}}}
  /notes/{id}:
    get: {${id()}, responses: {"200": {description: ok, content: {application/json: {example: {id: 7, text: first}}}}}}
  /settings:
    get: {${ok('{type: object, properties: {data: {type: object, properties: {theme: {type: string}, size: {type: integer}}}}}')}}
    post: {${takes('{type: object, properties: {theme: {type: string}}}')}, ${ok('{type: object, properties: {data: {type: object, properties: {theme: {type: string}, size: {type: integer}}}}}')}}
  /things:
    get: {${ok(listOf('Thing'))}}
    post: {${takes(ref('Thing'))}, ${ok(ref('Thing'))}}
    put: {${takes(ref('Thing'))}, ${ok(ref('Thing'))}}
    delete: {responses: {"204": {description: gone}}}
  /things/bulk:
    post: {${takes(`{type: object, properties: {things: ${listOf('Thing')}}}`)}, ${ok(`{type: object, properties: {things: ${listOf('Thing')}}}`)}}
    patch: {${takes(listOf('Thing'))}, ${ok(listOf('Thing'))}}
    delete: {${query('ids', '{type: array, items: {type: string}}')}, responses: {"204": {description: gone}}}
  /things/count:
    get: {parameters: [{name: color, in: query, schema: {type: string}}], ${ok('{type: object, properties: {count: {type: integer}}}')}}
  /things/{id}:
    get: {${id()}, ${ok(ref('Thing'))}}
    delete: {${id()}, responses: {"204": {description: gone}}}
  /things/{id}/policy:
    get: {${id()}, ${ok('{type: object, properties: {rule: {type: string}}}')}}
    put: {${id()}, ${takes('{type: object, properties: {rule: {type: string}}}')}, ${ok('{type: object, properties: {rule: {type: string}}}')}}
    delete: {${id()}, responses: {"204": {description: gone}}}
  /things/{id}/health: {get: {${id()}, ${ok('{type: object, required: [load], properties: {load: {type: integer}}}')}}}
  /things/{id}/events: {get: {${id()}, ${ok(`{type: object, properties: {events: ${listOf('Event')}}}`)}}}
  /things/{id}/events/restart: {post: {${id()}, ${ok(`{type: object, properties: {event: ${ref('Event')}}}`)}}}
  /first-thing: {get: {${ok(ref('Thing'))}}}
  /thing-by-id: {get: {${query('id')}, ${ok(ref('Thing'))}}}
  /simulations/things: {post: {${takes(ref('Thing'))}, ${ok(ref('Thing'))}}}
  /things/color/{color}: {get: {${id('color')}, ${ok(listOf('Thing'))}}}
  /standings/{season}:
    get: {${id('season')}, ${ok(listOf('Standing'))}}
    post: {${id('season')}, ${takes(ref('Standing'))}, ${ok(ref('Standing'))}}
  /people: {get: {${ok(listOf('Person'))}}}
  /people/register: {post: {${takes(`{type: object, properties: {person: ${ref('Person')}}}`)}, ${ok('{type: object, properties: {done: {type: boolean}}}')}}}
  /people/delete: {delete: {${query('ids')}, responses: {"204": {description: gone}}}}
  /people/{id}: {get: {${id()}, ${ok(ref('Person'))}}}
  /visits:
    get:
      parameters:
        - {name: since, in: query, schema: {type: string, format: date-time}}
        - {name: end_date, in: query, schema: {type: string, format: date}}
        - {name: "seen[gte]", in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
      ${ok(listOf('Visit'))}
    post: {${takes(ref('Visit'))}, ${ok(ref('Visit'))}}
  /custom_fields:
    get: {${ok(ref('Fields'))}}
    post: {${takes(ref('Fields'))}, ${ok(ref('Fields'))}}
  /custom_fields/{id}: {delete: {${id()}, responses: {"204": {description: gone}}}}
  /estimates: {post: {${takes('{type: object, properties: {amount: {type: integer}, note: {type: string}}}')}, ${ok('{type: object, properties: {amount: {type: integer, example: 5}, fee: {type: integer, example: 1}, note: {type: string, maxLength: 4, example: none}}}')}}}
  /starred/{thing}:
    get: {${id('thing')}, responses: {"204": {description: it is}, "404": {description: it is not}}}
    put: {${id('thing')}, responses: {"204": {description: it is}}}
    delete: {${id('thing')}, responses: {"204": {description: it is not}}}
  /invoices:
    get: {${ok(listOf('Invoice'))}}
    post: {${takes(ref('Invoice'))}, ${ok(ref('Invoice'))}}
  /invoice/{id}: {get: {${id()}, ${ok(ref('Invoice'))}}}
  /invoice/{id}/lines:
    get: {${id()}, ${ok(listOf('Line'))}}
    post: {${id()}, ${takes(ref('Line'))}, ${ok(ref('Line'))}}
  /#Target=Api.CreateDataset: {post: {${takes('{type: object, properties: {name: {type: string}}}')}, ${ok('{type: object, properties: {datasetArn: {type: string}}}')}}}
  /#Target=Api.DescribeDataset: {post: {${takes('{type: object, required: [datasetArn], properties: {datasetArn: {type: string}}}')}, ${ok(`{type: object, properties: {dataset: ${ref('Dataset')}}}`)}}}
  /ListDatasets: {post: {${takes('{type: object, properties: {nextToken: {type: string}}}')}, ${ok(`{type: object, properties: {datasets: ${listOf('Dataset')}, nextToken: {type: string}}}`)}}}
  /CreateDataset: {post: {${takes('{type: object, properties: {name: {type: string}}}')}, ${ok('{type: object, properties: {datasetArn: {type: string}}}')}}}
  /DescribeDataset: {post: {${takes('{type: object, required: [datasetArn], properties: {datasetArn: {type: string}}}')}, ${ok(`{type: object, properties: {dataset: ${ref('Dataset')}}}`)}}}
  /StopDataset: {post: {${takes('{type: object, required: [datasetArn], properties: {datasetArn: {type: string}}}')}, ${ok('{type: object, properties: {datasetArn: {type: string}}}')}}}
components:
  schemas:
    Thing: {type: object, properties: {id: {type: string}, name: {type: string}, color: {type: string}}}
    Person: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}
    Visit: {type: object, properties: {id: {type: string, readOnly: true}, date: {type: string, format: date-time}, seen_at: {type: integer}}}
    Fields: {type: object, properties: {textCustomFields: ${listOf('Line')}, listCustomFields: ${listOf('Line')}}}
    Event: {type: object, properties: {id: {type: string}, command: {type: string}, status: {type: string}}}
    Standing: {type: object, properties: {team: {type: string}, points: {type: integer}}}
    Invoice: {type: object, properties: {id: {type: string}, total: {type: integer}}}
    Line: {type: object, properties: {id: {type: string}, text: {type: string}}}
    Dataset: {type: object, properties: {datasetArn: {type: string}, name: {type: string}}}
`;

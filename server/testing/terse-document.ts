import { answer, body, inPath, listOf, named } from './document-parts.ts';

/** Typical gaps of documents that were not written with a sandbox in mind. */
export const terseDocument = `openapi: 3.1.0
info: {title: Any, version: "1"}
paths:
  /stations/{code}:
    ${inPath('code')}
    get: {responses: ${answer(named('Station'))}}
    patch: {requestBody: ${body(named('Station'))}, responses: ${answer(named('Station'))}}
    delete: {responses: {"204": {description: gone}}}
  /stations/{code}/platforms:
    ${inPath('code')}
    get: {responses: ${answer(listOf('Platform'))}}
    post: {requestBody: ${body(named('Platform'))}, responses: ${answer(named('Platform'), 201)}}
  /stations/{code}/platforms/{id}:
    parameters: [{name: code, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: integer}}]
    get: {responses: ${answer(named('Platform'))}}
  /stations/{code}/opening:
    ${inPath('code')}
    get: {responses: ${answer(named('Opening'))}}
    put: {requestBody: ${body(named('Opening'))}, responses: ${answer(named('Opening'))}}
  /gauges/{gauge}:
    ${inPath('gauge')}
    get: {responses: ${answer(named('Gauge'))}}
  /tickets:
    get:
      parameters:
        - {name: void, in: query, schema: {type: boolean, default: false}}
        - {name: since, in: query, schema: {type: string, format: date-time, default: yesterday}}
      responses: ${answer(listOf('TicketLine'))}
    post: {requestBody: ${body(named('NewTicket'))}, responses: ${answer(named('Receipt'), 201)}}
  /tickets/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Ticket'))}}
  /scenes:
    get: {responses: ${answer(listOf('Scene'))}}
    post: {requestBody: ${body(named('Scene'))}, responses: ${answer(named('Scene'))}}
  /scenes/{scene_id}:
    ${inPath('scene_id')}
    get: {responses: ${answer(named('Scene'))}}
  /stops:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}, {name: per_page, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, headers: {link: {schema: {type: string}}}, content: {application/json: {schema: ${listOf('Line')}}}}}
    post: {requestBody: ${body(named('Stop'))}, responses: ${answer(named('Line'), 201)}}
  /lines:
    get: {responses: ${answer(listOf('Line'))}}
  /lines/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Line'))}}
    delete: {responses: {"204": {description: gone}}}
  /lines/{id}/trains:
    ${inPath('id')}
    get: {responses: ${answer(listOf('Train'))}}
  /trains/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Train'))}}
  /teams/{team}/trains/{id}:
    parameters: [{name: team, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: ${answer(named('Train'))}}
    delete: {responses: {"204": {description: gone}}}
  /jobs:
    post: {responses: ${answer(named('Started'), 202)}}
  /jobs/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Job'))}}
  /rules:
    get: {responses: ${answer(listOf('Rule'))}}
    post: {requestBody: ${body(named('Rule'))}, responses: ${answer(named('Rule'), 201)}}
  /search:
    get: {requestBody: ${body(named('Scene'))}, responses: ${answer(named('Scene'))}}
  /stations/{code}/tree:
    ${inPath('code')}
    get: {responses: ${answer(named('Tree'))}}
  /numbers:
    get: {responses: ${answer(listOf('Numbered'))}}
    post: {requestBody: ${body(named('Numbered'))}, responses: ${answer(named('Numbered'), 201)}}
  /numbers/{id}:
    ${inPath('id', 'integer')}
    get: {responses: ${answer(named('Numbered'))}}
  /links:
    get: {responses: ${answer(listOf('Numbered'))}}
    post: {requestBody: ${body(named('Numbered'))}, responses: ${answer(named('Numbered'), 201)}}
  /links/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string, pattern: "^[A-F]{8}$"}}]
    get: {responses: ${answer(named('Numbered'))}}
  /notices:
    get: {responses: ${answer(listOf('Notice'))}}
  /notices/{notice_id}:
    ${inPath('notice_id')}
    get: {responses: ${answer(named('Notice'))}}
  /walls:
    get: {responses: ${answer(listOf('Line'))}}
  /walls/{wall_id}:
    ${inPath('wall_id')}
    get: {responses: ${answer(named('Line'))}}
  /walls/{wall_id}/notices:
    ${inPath('wall_id')}
    get: {responses: ${answer(listOf('Notice'))}}
  /boards:
    get: {responses: ${answer('{type: object}')}}
    post: {requestBody: ${body(named('Board'))}, responses: ${answer(named('Board'), 201)}}
  /boards/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Board'))}}
  /boards/{id}/stars:
    ${inPath('id', 'integer')}
    put: {responses: ${answer(named('Board'))}}
  /tags:
    post: {requestBody: ${body(named('Board'))}, responses: ${answer(named('Board'), 201)}}
  /tags/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Board'))}}
    put:
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses: ${answer(named('Board'))}
  /errors:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: object}}}}
        "400": {description: no, content: {application/json: {schema: {allOf: [${named('Failure')}, {properties: {status: {example: 400}}}]}}}}
components:
  schemas:
    Board: {type: object, properties: {id: {type: string, readOnly: true}, title: {type: string}}}
    Notice: {type: object, required: [id], properties: {id: {type: string, example: n1}}}
    Failure: {type: object, required: [status], properties: {status: {type: integer}}}
    Numbered: {type: object, properties: {id: {type: string, readOnly: true}}}
    Tree: {type: object, properties: {branches: {type: array, items: {type: object}}, parent: ${named('Tree')}}}
    Station: {type: object, required: [code, name], properties: {code: {type: string}, name: {type: string, example: Cais}, open: {type: boolean}}}
    Platform: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}, side: {type: string}}}
    Opening: {type: object, required: [from], properties: {from: {type: string, example: "05:00"}}}
    Gauge: {type: object, required: [gauge, width], properties: {gauge: {type: integer}, width: {type: integer}}}
    NewTicket: {type: object, properties: {to: {type: [string, "null"]}, note: {type: [string, "null"]}, seat: {type: string, default: null}}}
    Ticket: {type: object, required: [id, to], properties: {id: {type: string, readOnly: true, pattern: "^T[0-9]{6}$"}, to: {type: string, example: Santos}, note: {type: string, default: null}, void: {type: boolean}}}
    TicketLine: {type: object, required: [id, price], properties: {id: {type: string}, price: {type: number, example: 4.5}, void: {type: boolean}}}
    Receipt: {type: object, required: [id, printed], properties: {id: {type: string}, printed: {type: boolean}}}
    Scene: {type: object, required: [scene_id], properties: {scene_id: {type: string, maxLength: 2}}}
    Stop: {type: object, properties: {name: {type: string}}}
    Line: {type: object, required: [id], properties: {id: {type: string, example: azul}}}
    Started: {type: object, required: [id], properties: {id: {type: integer, example: 77}, status: {type: string}}}
    Job: {type: object, required: [id], properties: {id: {type: string, example: b45e291e}, done: {type: boolean}}}
    Rule: {type: object, properties: {id: {type: string, readOnly: true}}, oneOf: [{properties: {from: {type: string}}}, {properties: {to: {type: string}}}]}
    Train: {type: object, required: [id], properties: {id: {type: string, example: t1}}}
`;

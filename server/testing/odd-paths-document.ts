/** A document whose paths are written in the less usual ways: custom verbs, suffixes, keys in parentheses, escapes. */
export const oddPathsDocument = `openapi: 3.1.0
info: {title: Odd paths, version: "1"}
paths:
  /users:
    get: {operationId: listUsers, responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/User"}}}}}}}
    post: {operationId: createUser, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}}}
  /users/{username}:
    parameters: [{name: username, in: path, required: true, schema: {type: string}}]
    get: {operationId: getUser, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}}}
    delete: {operationId: deleteUser, responses: {"204": {description: gone}}}
  /users/{username}:block:
    parameters: [{name: username, in: path, required: true, schema: {type: string}}]
    post:
      operationId: blockUser
      requestBody: {content: {application/json: {schema: {type: object, properties: {state: {type: string}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}}
  /users/{username}.pdf:
    parameters: [{name: username, in: path, required: true, schema: {type: string}}]
    get: {operationId: printUser, responses: {"200": {description: ok, content: {application/pdf: {schema: {type: string, format: binary}}}}}}
  /users:batchGet:
    get:
      operationId: batchGetUsers
      parameters: [{name: names, in: query, required: true, schema: {type: array, items: {type: string}}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {users: {type: array, items: {$ref: "#/components/schemas/User"}}}}}}}}
  /users/search:
    post:
      operationId: searchUsers
      requestBody: {content: {application/json: {schema: {type: object, properties: {filter: {type: object, properties: {state: {type: string}}}, limit: {type: integer}, cursor: {type: string}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {results: {type: array, items: {$ref: "#/components/schemas/User"}}, next_cursor: {type: [string, "null"]}, errors: {type: array, items: {type: object}}}}}}}}
  /users/{username}/photo/remove:
    parameters: [{name: username, in: path, required: true, schema: {type: string}}]
    post: {operationId: removePhoto, responses: {"204": {description: ok}}}
  /calls.json:
    get: {operationId: listCalls, responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {calls: {type: array, items: {$ref: "#/components/schemas/Call"}}}}}}}}}
    post: {operationId: createCall, requestBody: {content: {application/json: {schema: {type: object, properties: {to: {type: string}, sid: {type: string}}}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Call"}}}}}}
  /calls/{sid}.json:
    parameters: [{name: sid, in: path, required: true, schema: {type: string}}]
    get: {operationId: getCall, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Call"}}}}}}
    delete: {operationId: deleteCall, responses: {"204": {description: gone}}}
  /Orders:
    get: {operationId: listOrders, responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {value: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}}}}}
    post: {operationId: createOrder, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}}
  /Orders('{OrderID}'):
    parameters: [{name: OrderID, in: path, required: true, schema: {type: string}}]
    get: {operationId: getOrder, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}}
  /cart%C3%B5es de visita:
    get: {operationId: listCards, responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}}}
    post: {operationId: createCard, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}}
  /cartões%20de%20visita/{OrderID}:
    parameters: [{name: OrderID, in: path, required: true, schema: {type: string}}]
    get: {operationId: getCard, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}}
components:
  schemas:
    User: {type: object, required: [username], properties: {username: {type: string}, state: {type: string, enum: [active, blocked]}}}
    Call: {type: object, properties: {sid: {type: string}, to: {type: string}}}
    Order: {type: object, properties: {OrderID: {type: string, readOnly: true}, note: {type: string}}}
`;

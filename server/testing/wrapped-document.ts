const ok = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const body = (schema: string) => `requestBody: {content: {application/json: {schema: ${schema}}}}`;
const id = (name: string) => `parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}]`;
const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const object = (properties: string) => `{type: object, properties: {${properties}}}`;
const named = object('name: {type: string}');

/** A document whose lists and records are wrapped in the ways of many APIs. */
export const wrappedDocument = `openapi: 3.1.0
info: {title: Wrapped, version: "1"}
paths:
  /account/keys:
    get: {responses: ${ok(object(`ssh_keys: {type: array, items: ${ref('Key')}}, links: {type: object}, meta: {type: object}`))}}
    post: {${body(named)}, responses: ${ok(object(`ssh_key: ${ref('Key')}`), 201)}}
  /account/keys/{key_id}:
    ${id('key_id')}
    get: {responses: ${ok(object(`ssh_key: ${ref('Key')}`))}}
  /bank-accounts:
    get: {responses: ${ok(object(`bank_accounts: {type: array, items: ${ref('Thing')}}, currencies: {type: array, items: ${named}}`))}}
    post: {${body(named)}, responses: ${ok(object(`response: ${object(`bank_account: ${ref('Thing')}`)}`), 201)}}
  /bank-accounts/{id}:
    ${id('id')}
    get: {responses: ${ok(object(`response: ${object(`bank_account: ${ref('Thing')}`)}`))}}
  /jobs:
    get: {responses: ${ok(object(`result: ${object(`items: {type: array, items: ${ref('Thing')}}, total: {type: integer}`)}, errors: {type: array, items: ${named}}, code: {type: integer}, message: {type: string}`))}}
    post: {${body(named)}, responses: ${ok(object(`code: {type: integer}, message: {type: string}, data: ${ref('Thing')}`), 201)}}
  /jobs/{id}:
    ${id('id')}
    get: {responses: ${ok(object(`code: {type: integer}, message: {type: string}, data: ${ref('Thing')}`))}}
  /Invoices:
    get: {responses: ${ok(object(`Invoices: {type: array, items: ${ref('Invoice')}}`))}}
    post: {${body(ref('Invoice'))}, responses: ${ok(object(`Invoices: {type: array, items: ${ref('Invoice')}}`))}}
  /Invoices/{InvoiceID}:
    ${id('InvoiceID')}
    get: {responses: ${ok(object(`Invoices: {type: array, items: ${ref('Invoice')}}`))}}
    put: {${body(ref('Invoice'))}, responses: ${ok(object(`Invoices: {type: array, items: ${ref('Invoice')}}`))}}
  /teams/{team}:
    ${id('team')}
    get: {responses: ${ok(`{type: array, items: ${ref('Thing')}}`)}}
  /teams:
    get: {responses: ${ok(`{type: array, items: ${ref('Thing')}}`)}}
  /settings:
    get: {responses: ${ok(object(`rules: {type: array, items: ${named}}, theme: {type: string}, owner: ${named}`))}}
    put: {${body(object('theme: {type: string}'))}, responses: ${ok(object(`rules: {type: array, items: ${named}}, theme: {type: string}`))}}
  /accounts:
    get: {responses: ${ok(object(`data: {type: array, items: ${object('accountId: {type: string, example: abc-123}, number: {type: string}')}}`))}}
    post: {${body(object('number: {type: string}'))}, responses: ${ok(object(`data: ${object('accountId: {type: string}')}`), 201)}}
  /accounts/{accountId}:
    ${id('accountId')}
    get: {responses: ${ok(object(`data: ${object('number: {type: string}, branch: {type: string}')}`))}}
components:
  schemas:
    Key: ${object('id: {type: integer}, name: {type: string}')}
    Thing: ${object('id: {type: string}, name: {type: string}')}
    Invoice: ${object('InvoiceID: {type: string}, Total: {type: number}')}
`;

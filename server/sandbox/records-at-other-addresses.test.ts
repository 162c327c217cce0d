import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const of = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const body = (schema: string) => `requestBody: {content: {application/json: {schema: ${schema}}}}`;
const id = (name: string) => `parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}]`;

/** An API that makes mails at one address and shows them at another, and spells its ids in two ways. */
const document = `openapi: 3.1.0
info: {title: Mails, version: "1"}
paths:
  /email: {post: {${body('{type: object, properties: {From: {type: string}, Subject: {type: string}, TextBody: {type: string}}}')}, ${ok('{type: object, properties: {MessageID: {type: string}, ErrorCode: {type: integer}}}')}}}
  /email/check: {post: {${body('{type: object, properties: {Address: {type: string}, Strict: {type: boolean}}}')}, ${ok('{type: object, properties: {MessageID: {type: string}, Good: {type: boolean}}}')}}}
  /messages/sent: {get: {${ok(`{type: object, properties: {TotalCount: {type: integer}, Messages: {type: array, items: ${of('Mail')}}}}`)}}}
  /messages/sent/{messageid}/details: {get: {${id('messageid')}, ${ok(of('Mail'))}}}
  /messages/sent/{messageid}/hold: {post: {${id('messageid')}, ${ok(of('Mail'))}}}
  /inboundrules:
    get: {${ok(`{type: array, items: ${of('Short')}}`)}}
    post: {${body('{type: object, properties: {Rule: {type: string}}}')}, ${ok(of('Short'))}}
  /inboundrules/{ruleid}:
    get: {${id('ruleid')}, ${ok(of('Rule'))}}
    put: {${id('ruleid')}, ${body('{type: object, required: [RuleId], properties: {Rule: {type: string}}}')}, ${ok(of('Short'))}}
components:
  schemas:
    Mail: {type: object, properties: {MessageID: {type: string}, From: {type: string}, Subject: {type: string}, TextBody: {type: string}}}
    Rule: {type: object, required: [RuleID], properties: {RuleID: {type: integer}, Rule: {type: string}, Hits: {type: integer}}}
    Short: {type: object, required: [RuleId], additionalProperties: false, properties: {RuleId: {type: integer}, Rule: {type: string}}}
`;

describeOnDatabases('records at other addresses and by other names', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ mails: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/mails${path}`, { key, body: sent });
  };

  test('what answers with the id of a record has made it, and its details are the record', async () => {
    const sent = { From: 'shop@example.com', Subject: 'Order', TextBody: 'Paid' };
    const { MessageID } = (await call('POST /email', sent)).body;
    assert.deepEqual((await call(`GET /messages/sent/${MessageID}/details`)).body, { MessageID, ...sent });
    assert.deepEqual((await call('GET /messages/sent')).body, { TotalCount: 1, Messages: [{ MessageID, ...sent }] });
    assert.equal((await call(`POST /messages/sent/${MessageID}/hold`)).body.Subject, 'Order');
    assert.equal((await call('GET /messages/sent/none/details')).status, 404);
  });

  test('what only asks for something makes nothing, although it answers with an id', async () => {
    const before = (await call('GET /messages/sent')).body.TotalCount;
    await call('POST /email/check', { Address: 'a@example.com', Strict: true });
    assert.equal((await call('GET /messages/sent')).body.TotalCount, before);
  });

  test('a record is shown by the names that each answer has, and its id in the path need not be sent again', async () => {
    const { RuleId } = (await call('POST /inboundrules', { Rule: 'spam' })).body;
    assert.deepEqual((await call(`GET /inboundrules/${RuleId}`)).body, { RuleID: RuleId, Rule: 'spam' });
    assert.deepEqual((await call(`PUT /inboundrules/${RuleId}`, { Rule: 'junk' })).body, { RuleId, Rule: 'junk' });
    assert.deepEqual((await call('GET /inboundrules')).body, [{ RuleId, Rule: 'junk' }]);
    assert.equal((await call('GET /inboundrules/99')).status, 404);
  });

  test('a path is found in another case, where the document has no such path', async () => {
    const { RuleId } = (await call('POST /inboundRules', { Rule: 'spam' })).body;
    assert.equal((await call(`GET /InboundRules/${RuleId}`)).body.Rule, 'spam');
    assert.equal((await call('GET /inbound-rules')).status, 404);
  });
});

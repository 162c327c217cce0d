import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ok = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const named = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const act = (verb: string) => `  /payments/{id}/${verb}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    post: {responses: ${ok(named('Payment'))}}
`;
const told = (schema: string) =>
  `{post: {requestBody: {content: {application/json: {schema: ${schema}}}}, responses: {"200": {description: ok}}}}`;

/** Payments with verbs and webhooks, of which nothing says how they belong together. */
const document = `openapi: 3.1.0
info: {title: Payments, version: "1"}
paths:
  /payments:
    get: {responses: ${ok(`{type: array, items: ${named('Payment')}}`)}}
    post: {requestBody: {content: {application/json: {schema: ${named('Payment')}}}}, responses: ${ok(named('Payment'), 201)}}
  /refunds:
    get: {responses: ${ok(`{type: array, items: ${named('Refund')}}`)}}
    post: {requestBody: {content: {application/json: {schema: ${named('Refund')}}}}, responses: ${ok(named('Refund'), 201)}}
  /refunds/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: ${ok(named('Refund'))}}
    delete: {summary: Rejects a refund, description: "<p>Cancels the refund of a customer.</p>", responses: ${ok(named('Refund'))}}
  /payments/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: ${ok(named('Payment'))}}
    patch: {requestBody: {content: {application/json: {schema: {type: object, properties: {amount: {type: integer}}}}}}, responses: ${ok(named('Payment'))}}
    delete: {responses: {"204": {description: ok}}}
${act('capture')}${act('cancel')}${act('refund')}${act('mark-as-disputed')}${act('approve')}${act('reopen')}${act('notify')}webhooks:
  payment.created: ${told(`{type: object, required: [id, type, created, data], properties: {id: {type: string, example: evt_1}, type: {const: payment.created}, created: {type: integer}, data: {type: object, properties: {object: ${named('Payment')}}}}}`)}
  paymentCaptured: ${told(named('Payment'))}
  payment_removed: ${told(named('Payment'))}
  payment.sighted: ${told(named('Payment'))}
components:
  schemas:
    Refund: {type: object, required: [id, state], properties: {id: {type: string, readOnly: true}, amount: {type: integer}, state: {type: string, readOnly: true, enum: [rejected, completed, in_progress, canceled]}}}
    Payment:
      type: object
      required: [id, amount]
      properties:
        id: {type: string, readOnly: true}
        amount: {type: integer}
        status: {type: string, enum: [canceled, failed, pending, APPROVED, captured, refunded, disputed]}
`;

describeOnDatabases('states that a document lets guess', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ payments: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' /', ' /sandbox/payments/'), { key, body, headers: { 'accept-language': 'en' } });
  const make = async (sent: object = { amount: 7 }) => (await call('POST /payments', sent)).body;
  const eventsOf = async (id: string): Promise<{ type: string; payload: Record<string, unknown> }[]> => {
    const { body } = await portal.call('GET /platform/v1/events?api=payments', { key });
    return body.data.filter((event: object) => JSON.stringify(event).includes(id));
  };

  test('a record begins in the first state that is no end, unless it is sent with another', async () => {
    assert.equal((await make()).status, 'pending');
    assert.equal((await make({ amount: 7, status: 'disputed' })).status, 'disputed');
    assert.equal((await call('POST /refunds', { amount: 7 })).body.state, 'in_progress');
  });

  test('a verb leads to the state that it names, in whatever form', async () => {
    for (const [verb, status] of Object.entries({
      capture: 'captured',
      refund: 'refunded',
      'mark-as-disputed': 'disputed',
      approve: 'APPROVED',
      cancel: 'canceled',
      notify: 'pending',
    })) {
      const { id } = await make();
      const acted = await call(`POST /payments/${id}/${verb}`);
      assert.deepEqual([acted.status, acted.body.status], [200, status], verb);
      assert.equal((await call(`GET /payments/${id}`)).body.status, status, verb);
    }
  });

  test('an end is left only by what leads on from it, and all else is a conflict that says which states are open', async () => {
    const { id } = await make();
    await call(`POST /payments/${id}/capture`);
    const again = await call(`POST /payments/${id}/capture`);
    assert.equal(again.status, 409);
    assert.match(again.body.detail, /"pending"/);
    assert.equal((await call(`POST /payments/${id}/cancel`)).status, 409);
    assert.equal((await call(`POST /payments/${id}/refund`)).body.status, 'refunded');
    assert.equal((await call(`POST /payments/${id}/approve`)).status, 409);
    assert.equal((await call(`POST /payments/${id}/notify`)).status, 200);
    assert.equal((await call(`GET /payments/${id}`)).body.status, 'refunded');
  });

  test('a DELETE that says to cancel leaves the record, as cancelled', async () => {
    const { id } = (await call('POST /refunds', { amount: 7 })).body;
    assert.deepEqual((await call(`DELETE /refunds/${id}`)).body, { id, amount: 7, state: 'canceled' });
    assert.equal((await call(`GET /refunds/${id}`)).body.state, 'canceled');
    assert.equal((await call(`DELETE /refunds/${id}`)).status, 409);
    const payment = await make();
    await call(`DELETE /payments/${payment.id}`);
    assert.equal((await call(`GET /payments/${payment.id}`)).status, 404);
  });

  test('webhooks of the document tell what they are named after, in their own form', async () => {
    const { id } = await make();
    await call(`POST /payments/${id}/capture`);
    await call(`DELETE /payments/${id}`);
    const events = await eventsOf(id);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['payment.created', 'paymentCaptured', 'payment_removed'],
    );
    const [created, captured] = events;
    const { data, type, created: at, id: own } = created?.payload ?? {};
    assert.deepEqual([data, type], [{ object: { id, amount: 7, status: 'pending' } }, 'payment.created']);
    assert.ok(Math.abs(Number(at) * 1000 - Date.now()) < 60_000);
    assert.match(String(own), /^evt_[0-9a-f]{24}$/);
    assert.deepEqual(captured?.payload, { id, amount: 7, status: 'captured' });
  });

  test('a type that tells of nothing that happens is chosen and tried like any other', async () => {
    const { body } = await portal.call('GET /platform/v1/event_types', { key });
    const own = body.data.filter(({ api }: { api: string }) => api === 'payments');
    assert.deepEqual(
      own.map(({ type }: { type: string }) => type).sort(),
      ['payment.created', 'payment.sighted', 'paymentCaptured', 'payment_removed'].sort(),
    );
  });
});

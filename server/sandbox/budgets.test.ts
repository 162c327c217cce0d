import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const text = { type: 'string' };
const object = (properties: object) => ({ type: 'object', properties });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (schema: object, status = '200') => ({
  responses: { [status]: { description: 'Done', ...json(schema) } },
});
const parameter = (name: string, schema: object = text) => ({ name, in: 'path', required: true, schema });
const data = (properties: object) => object({ data: object({ server_knowledge: { type: 'integer' }, ...properties }) });
const day = { type: 'string', format: 'date' };

const document = {
  openapi: '3.1.0',
  info: { title: 'Budget', version: '1' },
  paths: {
    '/payments': {
      get: answer(data({ payments: { type: 'array', items: ref('Payment') } })),
      post: {
        requestBody: json(object({ payment: ref('Payment'), payments: { type: 'array', items: ref('Payment') } })),
        ...answer(
          data({
            payment: ref('Payment'),
            payments: { type: 'array', items: ref('Payment') },
            payment_ids: { type: 'array', items: text },
          }),
          '201',
        ),
      },
    },
    '/payments/{payment_id}': {
      parameters: [parameter('payment_id')],
      get: answer(data({ payment: ref('Payment') })),
      put: { requestBody: json(ref('Payment')), ...answer(data({ payment: ref('Payment') })) },
      patch: { requestBody: json(ref('Payment')), ...answer(data({ payment: ref('Payment') })) },
    },
    '/rates': { get: answer(object({ rates: { type: 'array', items: ref('Rate') } })) },
    '/rates/{day}': { parameters: [parameter('day', day)], get: answer(ref('Rate')) },
    '/rates/{day}/notes': {
      parameters: [parameter('day', day)],
      get: answer({ type: 'array', items: ref('Note') }),
      post: { requestBody: json(ref('Note')), ...answer(ref('Note'), '201') },
    },
  },
  components: {
    schemas: {
      Payment: {
        ...object({ id: { ...text, readOnly: true }, memo: text, amount: { type: 'integer' } }),
        required: ['memo'],
      },
      Rate: object({ day, value: { type: 'number' } }),
      Note: object({ id: { ...text, readOnly: true }, memo: text }),
    },
  },
};

describeOnDatabases('a budget', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ budget: { 'openapi.json': JSON.stringify(document) } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' /', ' /sandbox/budget/'), { key, body });

  test('shows a record beside the number that accompanies it', async () => {
    const { body: made } = await call('POST /payments', { payment: { memo: 'Bread', amount: 3 } });
    const { id } = made.data.payment;
    const { body: read } = await call(`GET /payments/${id}`);
    assert.deepEqual({ ...read.data.payment }, { id, memo: 'Bread', amount: 3 });
  });

  test('creates all that are sent in the place of one', async () => {
    const { body, status } = await call('POST /payments', { payments: [{ memo: 'One' }, { memo: 'Two' }] });
    assert.equal(status, 201);
    assert.deepEqual(
      body.data.payments.map(({ memo }: { memo: string }) => memo),
      ['One', 'Two'],
    );
    assert.deepEqual(
      body.data.payment_ids,
      body.data.payments.map(({ id }: { id: string }) => id),
    );
    for (const { id, memo } of body.data.payments)
      assert.equal((await call(`GET /payments/${id}`)).body.data.payment.memo, memo);
  });

  test('changes by PUT what it is sent, where PATCH takes the very same', async () => {
    const { body: made } = await call('POST /payments', { payment: { memo: 'Bread', amount: 3 } });
    const { id } = made.data.payment;
    const { body } = await call(`PUT /payments/${id}`, { memo: 'Cake' });
    assert.deepEqual(body.data.payment, { id, memo: 'Cake', amount: 3 });
  });

  test('has a record for each day, where nobody creates them', async () => {
    const { body } = await call('GET /rates/2031-05-01');
    assert.equal(body.day, '2031-05-01');
    const { body: note } = await call('POST /rates/2031-06-02/notes', { memo: 'Holiday' });
    assert.deepEqual((await call('GET /rates/2031-06-02/notes')).body, [note]);
    assert.equal((await call('GET /rates/yesterday')).status, 404);
  });
});

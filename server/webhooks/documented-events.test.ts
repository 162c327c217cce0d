import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';
import { newWebhookWorkspace, startDeliveringPortal } from '../testing/webhook-workspace.ts';

const document = `
openapi: 3.1.0
info: { title: Lojas, version: '1' }
paths:
  /pedidos:
    get: { operationId: listar, responses: { '200': { description: ok } } }
webhooks:
  pedido_pago:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Aviso' }
            example: { tipo: pedido_pago, pedido: { id: 7, total: '10.00' } }
      responses: { '200': { description: ok } }
  pedido_enviado:
    $ref: '#/components/pathItems/enviado'
components:
  pathItems:
    enviado:
      post:
        requestBody:
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Aviso' }
        responses: { '200': { description: ok } }
  schemas:
    Aviso:
      type: object
      required: [tipo, pedido]
      properties:
        tipo: { type: string, enum: [pedido_enviado, pedido_pago] }
        pedido:
          type: object
          required: [id, total]
          properties:
            id: { type: integer, readOnly: true }
            total: { type: string, pattern: '^\\d+\\.\\d{2}$' }
`;

describeOnDatabases('the webhooks that any document describes', (open) => {
  let portal: TestPortal;
  before(async () => {
    const specs = writeSpecs({ lojas: { 'openapi.yaml': document } });
    portal = await startDeliveringPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
  });
  after(() => portal.close());

  test('are event types that an endpoint selects, and are sent as tests with their example', async () => {
    const receiver = await startReceiver();
    const workspace = await newWebhookWorkspace(portal);
    const { body: types } = await workspace.call('GET /event_types');
    const own = types.data.filter(({ api }: { api: string }) => api === 'lojas');
    assert.deepEqual(
      own.map(({ name, store }: Record<string, string>) => [name, store]),
      [
        ['lojas:pedido_pago', 'webhooks'],
        ['lojas:pedido_enviado', 'webhooks'],
      ],
    );
    const { id } = await workspace.endpoint(receiver.url, { event_types: ['lojas:pedido_pago'] });
    const send = async (type: string) => {
      const { body } = await workspace.call(`POST /webhook_endpoints/${id}/test_events`, { type });
      return (await workspace.call(`GET /events/${body.event_id}`)).body.payload;
    };
    assert.deepEqual(await send('lojas:pedido_pago'), { tipo: 'pedido_pago', pedido: { id: 7, total: '10.00' } });
    const made = await send('lojas:pedido_enviado');
    const schema = { $ref: '#/components/schemas/Aviso' };
    assert.deepEqual(portal.context.apis.get('lojas')?.validator.response(schema, made), []);
    assert.ok('id' in made.pedido, 'what only the API sets is there, too');
    await receiver.close();
  });
});

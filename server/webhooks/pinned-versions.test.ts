import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import { newWebhookWorkspace, startDeliveringPortal, until } from '../testing/webhook-workspace.ts';

describeOnDatabases(
  'endpoints and the versions of an API (dialects.md 4: an endpoint pinned to v1 gets v1 bodies)',
  (open) => {
    let portal: TestPortal;
    let [old, current]: Receiver[] = [];
    before(async () => {
      portal = await startDeliveringPortal({ open });
      [old, current] = [await startReceiver(), await startReceiver()];
    });
    after(async () => {
      await portal.close();
      await Promise.all([old?.close(), current?.close()]);
    });

    test('each gets the body of its own version, and the log shows what each got, even after later changes', async () => {
      const workspace = await newWebhookWorkspace(portal);
      const event_types = ['crm:oportunidade_alterada'];
      const pinned = await workspace.endpoint(old?.url ?? '', { event_types, api_versions: { crm: 'v1' } });
      const newest = await workspace.endpoint(current?.url ?? '', { event_types });
      assert.deepEqual([pinned.api_versions, newest.api_versions], [{ crm: 'v1' }, { crm: 'v2' }]);
      const changed = await workspace.call('PATCH /sandbox/crm/v2/oportunidades/1', {
        valor: { quantia: '10.00', moeda: 'EUR' },
      });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      const bodyOf = async (receiver: Receiver | undefined) => {
        const [request] = await until(
          () => receiver?.received ?? [],
          ({ length }) => length > 0,
        );
        return JSON.parse(request?.body ?? '').data.oportunidade;
      };
      const [v1, v2] = [await bodyOf(old), await bodyOf(current)];
      assert.deepEqual([v1.valor, v1.moeda], ['10.00', 'EUR']);
      assert.deepEqual([v2.valor, v2.moeda], [{ quantia: '10.00', moeda: 'EUR' }, undefined]);

      await workspace.call(`PATCH /webhook_endpoints/${pinned.id}`, { api_versions: { crm: 'v2' } });
      const [delivery] = await workspace.deliveries(`endpoint_id=${pinned.id}&type=oportunidade_alterada`);
      await until(
        () => workspace.delivery(delivery.id),
        ({ status }) => status === 'delivered',
      );
      await workspace.call(`POST /deliveries/${delivery.id}/resends`);
      const [first, again] = await until(
        () => old?.received ?? [],
        ({ length }) => length === 2,
      );
      assert.equal(again?.body, first?.body, 'a resend has exactly the same body');
      const shown = await workspace.delivery(delivery.id);
      assert.deepEqual([shown.api_version, shown.payload.data.oportunidade.valor], ['v1', '10.00']);
    });
  },
);

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listJobs } from '../../list-jobs.ts';
import { type PortalWithClock, startPortalWithClock } from '../../testing/portal-with-clock.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';
import { watchAll } from './watch-all.ts';
import { watchWorkspace } from './watch-workspace.ts';

describeOnDatabases('Alerts', (open) => {
  const minute = 60_000;
  const [hour, day] = [60 * minute, 24 * 60 * minute];
  let started: PortalWithClock;
  let portal: TestPortal;
  before(async () => {
    started = await startPortalWithClock('2026-11-21T16:20:10Z', { open });
    portal = started.portal;
  });
  after(() => portal.close());

  const start = async () => {
    const { body } = await portal.call('POST /platform/v1/guest_workspaces');
    const key = body.api_key.secret as string;
    const platform = async (request: string, sent?: unknown) =>
      portal.call(request.replace(' ', ' /platform/v1'), { key, body: sent });
    const calls = async (count: number, prefer?: string) => {
      for (let made = 0; made < count; made++)
        await portal.call('GET /sandbox/crm/v2/usuarios', { key, ...(prefer && { headers: { prefer } }) });
    };
    return {
      ...{ id: body.workspace.id as string, key, platform, calls },
      incidents: async (query = '') => (await platform(`GET /alert_incidents?${query}`)).body.data,
      events: async () =>
        (await platform('GET /events?api=platform&limit=100')).body.data.map(({ type }: { type: string }) => type),
    };
  };
  const work = async () => {
    await portal.context.activity.flush();
    const onError = (error: unknown) => assert.fail(error as Error);
    await watchAll(portal.context.db, new Date(started.now()), {
      publicUrl: '',
      languages: [],
      mailQueue: undefined,
      onError,
    });
  };

  test('a fault is told once by the job, with what failed, by an event and a webhook, and once that it is over', async () => {
    const { id, calls, platform, incidents, events } = await start();
    const inbox = (await platform('POST /inboxes', {})).body;
    const types = { event_types: ['platform:alert_opened', 'platform:alert_resolved'] };
    assert.equal((await platform('POST /webhook_endpoints', { url: inbox.url, ...types })).status, 201);
    await calls(10);
    await work();
    await calls(12, 'code=503');
    for (let passed = 0; passed < 3; passed++) await work();
    const opened = await portal.context.db
      .selectFrom('alert_incident')
      .selectAll()
      .where('workspace_id', '=', id)
      .execute();
    assert.deepEqual(
      opened.map(({ rule_id, resolved_at }) => [rule_id, resolved_at]),
      [['preset_error_rate', null]],
    );
    const [shown] = await incidents('status=open');
    assert.deepEqual(shown.opened_figures, {
      value: 0.5455,
      window_minutes: 15,
      calls: 22,
      affected: 12,
      subjects: [{ type: 'operation', id: 'listarUsuarios', name: 'crm', count: 12, ends_at: null }],
    });
    assert.deepEqual(await events(), ['alert_opened']);
    started.pass(6 * minute);
    await calls(12);
    for (let passed = 0; passed < 3; passed++) await work();
    assert.deepEqual(await incidents('status=open'), []);
    const [over] = await incidents('status=resolved');
    assert.deepEqual([over.id, over.resolved_figures.affected], [shown.id, 12]);
    assert.deepEqual(await events(), ['alert_opened', 'alert_resolved']);
    const { body } = await platform('GET /deliveries?limit=100');
    assert.deepEqual(body.data.map(({ type }: { type: string }) => type).toSorted(), [
      'alert_opened',
      'alert_resolved',
    ]);
  });

  test("moving the workspace's clock forward ends it, and whoever lists incidents need not wait for the job", async () => {
    const { calls, platform, incidents } = await start();
    await calls(20, 'code=503');
    assert.equal((await incidents('status=open')).length, 1);
    await platform('PATCH /workspace/clock', { advance_seconds: 600 });
    assert.equal((await incidents('status=open')).length, 1, 'ten minutes later, the window still has them');
    await platform('PATCH /workspace/clock', { advance_seconds: 600 });
    assert.equal((await incidents('status=open')).length, 0);
    await calls(20, 'code=503');
    assert.deepEqual(
      (await incidents()).map(({ status }: { status: string }) => status),
      ['resolved'],
      'calls of the same minute count as before the move',
    );
  });

  test('19 faults are no proof, nor are 4xx, but own rules may say otherwise', async () => {
    const { calls, platform, incidents } = await start();
    await calls(19, 'code=503');
    assert.deepEqual(await incidents(), []);
    const other = await start();
    await other.calls(30, 'code=404');
    assert.deepEqual(await other.incidents(), []);
    await other.calls(10, 'code=429');
    assert.deepEqual(
      (await other.incidents()).map(({ kind }: { kind: string }) => kind),
      ['rate_limited'],
    );
    const rule = { kind: 'error_rate', threshold: 0.9, api: 'crm', name: 'CRM' };
    const made = await platform('POST /alert_rules', rule);
    assert.deepEqual([made.status, made.body.is_preset, made.body.enabled], [201, false, true]);
    await platform('PATCH /alert_rules/preset_error_rate', { enabled: false });
    await calls(1, 'code=503');
    assert.deepEqual(
      (await incidents()).map(({ name, rule_id }: Record<string, string>) => [name, rule_id]),
      [['CRM', made.body.id]],
    );
    await platform(`DELETE /alert_rules/${made.body.id}`);
    const [ended] = await incidents();
    assert.deepEqual([ended.status, ended.resolved_figures], ['resolved', null]);
    const preset = async () => (await platform('GET /alert_rules/preset_error_rate')).body.enabled;
    assert.equal(await preset(), false);
    assert.equal((await platform('DELETE /alert_rules/preset_error_rate')).status, 204);
    assert.equal(await preset(), true);
  });

  test('slow responses, failing endpoints, and keys about to expire are told, each with its name', async () => {
    const { id, platform, incidents } = await start();
    const { db } = portal.context;
    const usage = {
      workspace_id: id,
      minutes: 1,
      api: 'crm',
      operation: 'x',
      actor_id: '',
      status: 200,
      error_code: '',
    };
    const now = started.now();
    const at = now - (now % minute);
    const sums = { request_bytes: 0, response_bytes: 0, dropped: 0 };
    await db
      .insertInto('usage')
      .values({ ...usage, at, bucket: 120, calls: 25, ...sums })
      .execute();
    // It gets no event of this test: an attempt that fails would count.
    const fields = { url: 'https://93.184.215.14/hook', event_types: ['crm:email_enviado'] };
    const endpoint = (await platform('POST /webhook_endpoints', fields)).body;
    await db.updateTable('webhook_endpoint').set({ consecutive_failures: 5 }).where('id', '=', endpoint.id).execute();
    const key = (await platform('POST /api_keys', { name: 'Build', scopes: ['crm:read'] })).body;
    await db
      .updateTable('api_key')
      .set({ created_at: new Date(now - 60 * day).toISOString(), expires_at: new Date(now + 6 * day).toISOString() })
      .where('id', '=', key.id)
      .execute();
    await work();
    const found = await incidents();
    const named = found.map(
      (incident: { kind: string; opened_figures: { subjects: { id: string }[] } }): [string, string | undefined] => [
        incident.kind,
        incident.opened_figures.subjects[0]?.id,
      ],
    );
    assert.deepEqual(named.toSorted(), [
      ['expiring_credentials', key.id],
      ['failing_webhooks', endpoint.id],
      ['latency', 'x'],
    ]);
    await db.updateTable('webhook_endpoint').set({ consecutive_failures: 0 }).where('id', '=', endpoint.id).execute();
    await platform(`DELETE /api_keys/${key.id}`);
    started.pass(hour);
    await work();
    assert.deepEqual(await incidents('status=open'), []);
  });

  test('two servers that judge at once open one incident, and tell it once', async () => {
    const { id, calls, events, incidents } = await start();
    await calls(25, 'code=500');
    await portal.context.activity.flush();
    const other = await started.database.reopen();
    const both = [portal.context.db, other, portal.context.db, other];
    await Promise.all(both.map((db) => watchWorkspace(db, id, new Date(started.now()))));
    assert.deepEqual([(await incidents()).length, await events()], [1, ['alert_opened']]);
    started.pass(hour);
    await Promise.all(both.map((db) => watchWorkspace(db, id, new Date(started.now()))));
    assert.deepEqual(await events(), ['alert_opened', 'alert_resolved']);
    assert.ok(listJobs(portal.context).some(({ name, every }) => name === 'watch-for-alerts' && every < minute));
  });
});

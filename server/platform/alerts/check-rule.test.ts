import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

let portal: TestPortal;
before(async () => {
  portal = await startTestPortal();
});
after(() => portal.close());

for (const [what, rule, field] of [
  ['a share above one', { kind: 'error_rate', threshold: 1.5 }, 'threshold'],
  ['no milliseconds', { kind: 'latency', threshold: 0.5 }, 'threshold'],
  ['half a failure', { kind: 'failing_webhooks', threshold: 1.5 }, 'threshold'],
  ['keys of one API', { kind: 'expiring_credentials', threshold: 7, api: 'crm' }, 'api'],
  ['an API that there is not', { kind: 'error_rate', threshold: 0.5, api: 'nothing' }, 'api'],
] as const)
  test(`a rule that could never tell anything is refused: ${what}`, async () => {
    const key = await portal.guest();
    const { status, body } = await portal.call('POST /platform/v1/alert_rules', { key, body: rule });
    assert.deepEqual([status, body.errors[0].pointer], [422, `#/${field}`], JSON.stringify(body));
  });

import { accept, type Receiver } from './receiver.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';
import { newWebhookWorkspace, until, type WebhookWorkspace } from './webhook-workspace.ts';

/** A new workspace for a test, with a receiver that was reset and accepts everything. */
export async function freshWorkspace(portal: TestPortal, receiver: Receiver): Promise<WebhookWorkspace> {
  receiver.received.length = 0;
  receiver.respond = accept;
  return newWebhookWorkspace(portal);
}

/** Waits until a receiver has a number of requests, then returns all of them. */
export function received(receiver: Receiver, count: number): Promise<Receiver['received']> {
  return until(
    () => receiver.received,
    (received) => received.length >= count,
  );
}

/** Waits until there are deliveries and all of them have this status, then returns them. */
export function allSettled(workspace: WebhookWorkspace, status: string): Promise<TestAnswer['body'][]> {
  return until(
    () => workspace.deliveries(),
    (all) => all.length > 0 && all.every((one) => one.status === status),
  );
}

/** Waits until the first delivery has this many attempts and none is in progress, then returns it. */
export async function firstAttempted(workspace: WebhookWorkspace, attempts: number): Promise<TestAnswer['body']> {
  const [one] = await until(
    async () => (await workspace.deliveries()).filter(({ status }) => status !== 'skipped'),
    ([first]) => first?.attempt_count === attempts && (first.next_attempt_at || first.finished_at),
  );
  return workspace.delivery(one.id);
}

import { after, before } from 'node:test';
import { assertPlatformDeclares } from './assert-declared.ts';
import { accept, type Receiver, startReceiver } from './receiver.ts';
import type { OpenTestDatabase } from './test-databases.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';
import { newWebhookWorkspace, startDeliveringPortal, until, type WebhookWorkspace } from './webhook-workspace.ts';

/** What the tests of a suite about webhooks share: a portal that delivers, a receiver, and the workspace of the current test. */
export class WebhookSuite {
  portal!: TestPortal;
  receiver!: Receiver;
  workspace!: WebhookWorkspace;

  /** Starts and stops portal and receiver around the suite in which it is called. */
  constructor(open: OpenTestDatabase) {
    before(async () => {
      this.portal = await startDeliveringPortal({ open });
      this.receiver = await startReceiver();
    });
    after(async () => {
      await this.portal.close();
      await this.receiver.close();
    });
  }

  /** Begins a test: a new workspace, and a receiver that was reset and accepts everything. */
  async fresh(): Promise<void> {
    this.receiver.received.length = 0;
    this.receiver.respond = accept;
    this.workspace = await newWebhookWorkspace(this.portal);
  }

  /** Waits until the receiver has a number of requests, then returns all of them. */
  received(count: number): Promise<Receiver['received']> {
    return until(
      () => this.receiver.received,
      (received) => received.length >= count,
    );
  }

  /** Waits until there are deliveries and all of them have this status, then returns them. */
  settled(status: string): Promise<TestAnswer['body'][]> {
    return until(
      () => this.workspace.deliveries(),
      (all) => all.length > 0 && all.every((one) => one.status === status),
    );
  }

  /** Waits until the first delivery has this many attempts and none is in progress, then returns it. */
  async attempted(attempts: number): Promise<TestAnswer['body']> {
    const [one] = await until(
      async () => (await this.workspace.deliveries()).filter(({ status }) => status !== 'skipped'),
      ([first]) => first?.attempt_count === attempts && (first.next_attempt_at || first.finished_at),
    );
    return this.workspace.delivery(one.id);
  }

  assertDeclared(id: string, status: number, body: unknown): void {
    assertPlatformDeclares(this.portal, id, { status, body });
  }
}

import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import type { Peppers } from '../identity/peppers.ts';
import type { Log } from '../log.ts';
import { takeAttempt } from './delivery/consent.ts';
import { type AttemptCounts, createDispatcher, type Step } from './delivery/dispatcher.ts';
import { createEgress } from './delivery/pace.ts';
import { createSender } from './delivery/send.ts';
import { readAllowedHosts } from './guard/allowed-hosts.ts';
import { checkTarget, isExternal, lookupAll } from './guard/find-target.ts';
import { isInbox } from './inbox/inbox-store.ts';
import { findInboxId } from './inbox/inbox-url.ts';

export interface WebhookOptions {
  config: Config;
  db: Database;
  log: Log;
  peppers: Peppers;
  now: () => Date;
  /** Called before each poll for deliveries. */
  beforePoll(): Promise<void>;
  /** Called after the last poll. */
  afterStop(): Promise<void>;
}

/** Callbacks of the running server. */
export interface Running {
  /** The server's own address, once it listens. */
  listening(): { address: string; port: number } | undefined;
  observe?(step: Step): void;
}

export type Webhooks = ReturnType<typeof createWebhooks>;

/** The webhooks of all workspaces: deliveries while the server runs, and the address guard. */
export function createWebhooks({ config, db, log, peppers, now, beforePoll, afterStop }: WebhookOptions) {
  const { publicUrl } = config;
  const allowed = readAllowedHosts(config.webhookAllowedHosts);
  const isOwn = (url: string) => findInboxId(publicUrl, url) !== undefined;
  const egress = createEgress(config.egress, (url) => isExternal(new URL(url), allowed) && !isOwn(url));
  const onError = (error: unknown) => log.error(error);
  let dispatcher: ReturnType<typeof createDispatcher> | undefined;

  return {
    /** How attempts of this server to send a webhook have ended. */
    attempts: (): AttemptCounts => dispatcher?.attempts ?? { delivered: 0, failed: 0, interrupted: 0 },

    /** Refuses a blocked endpoint URL; existing inboxes of the portal are always allowed. */
    checkUrl: async (url: string): Promise<void> => {
      const inboxId = findInboxId(publicUrl, url);
      if (inboxId === undefined || !(await isInbox(db, inboxId))) await checkTarget(url, allowed, lookupAll);
    },

    start(given: Running): void {
      dispatcher = createDispatcher({
        db,
        peppers,
        sender: createSender({
          allowed,
          lookup: lookupAll,
          inboxes: { isOwn, listening: given.listening },
          takeAttempt: (address) => takeAttempt(db, egress, address, now()),
        }),
        now,
        egress,
        userAgent: `Cais-Webhooks/1.0 (+${publicUrl})`,
        onError,
        beforePoll: beforePoll,
        observe: given.observe,
      });
      dispatcher.start();
    },

    async stop(): Promise<void> {
      await dispatcher?.stop();
      await afterStop();
    },
  };
}

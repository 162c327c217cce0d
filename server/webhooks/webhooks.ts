import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import type { Peppers } from '../identity/peppers.ts';
import type { Log } from '../log.ts';
import { createDispatcher, type Step } from './delivery/dispatcher.ts';
import { createSender } from './delivery/send.ts';
import { readAllowedHosts } from './guard/allowed-hosts.ts';
import { checkTarget, lookupAll } from './guard/find-target.ts';
import { createLiveStreams } from './live-stream.ts';

export interface WebhookOptions {
  config: Config;
  db: Database;
  log: Log;
  peppers: Peppers;
  now: () => Date;
  /** Does what has to be done before deliveries are looked for; `followed` are the workspaces that are followed live. */
  beforePoll(followed: string[]): Promise<void>;
}

/** What the running server gives to the deliveries. */
export interface Running {
  /** Where the server listens, once it does. */
  listening(): { address: string; port: number } | undefined;
  observe?(step: Step): void;
}

export type Webhooks = ReturnType<typeof createWebhooks>;

/** The webhooks of all workspaces: deliveries while the server runs, the guard of addresses, and who follows live. */
export function createWebhooks({ config, db, log, peppers, now, beforePoll }: WebhookOptions) {
  const { publicUrl } = config;
  const allowed = readAllowedHosts(config.webhookAllowedHosts);
  const inboxes = `${publicUrl}/inbox/`;
  const onError = (error: unknown) => log.error(error);
  const streams = createLiveStreams(db, onError);
  let dispatcher: ReturnType<typeof createDispatcher> | undefined;

  return {
    streams,

    /** Refuses the address of an endpoint to which no webhook may go; the portal's own inboxes are always allowed. */
    checkUrl: async (url: string): Promise<void> => {
      if (!url.startsWith(inboxes)) await checkTarget(url, allowed, lookupAll);
    },

    start(given: Running): void {
      dispatcher = createDispatcher({
        db,
        peppers,
        sender: createSender({ allowed, lookup: lookupAll, inboxes: { prefix: inboxes, listening: given.listening } }),
        now,
        userAgent: `Cais-Webhooks/1.0 (+${publicUrl})`,
        onError,
        beforePoll: () => beforePoll(streams.followed()),
        observe: given.observe,
      });
      dispatcher.start();
    },

    async stop(): Promise<void> {
      streams.close();
      await dispatcher?.stop();
    },
  };
}

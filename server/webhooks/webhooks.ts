import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import type { Peppers } from '../identity/peppers.ts';
import type { ServedApi } from '../sandbox/served-api.ts';
import { createDispatcher, type Step } from './delivery/dispatcher.ts';
import { createSender } from './delivery/send.ts';
import { readAllowedHosts } from './guard/allowed-hosts.ts';
import { checkTarget, lookupAll } from './guard/find-target.ts';
import { liveOn } from './live-on.ts';
import { createLiveStreams } from './live-stream.ts';

export interface WebhookOptions {
  config: Config;
  db: Database;
  peppers: Peppers;
  apis: Map<string, ServedApi>;
  now: () => Date;
}

/** What the running server gives to the deliveries. */
export interface Running {
  /** Where the server listens, once it does. */
  listening(): { address: string; port: number } | undefined;
  onError(error: unknown): void;
  observe?(step: Step): void;
}

export type Webhooks = ReturnType<typeof createWebhooks>;

/** The webhooks of all workspaces: deliveries while the server runs, the guard of addresses, and who follows live. */
export function createWebhooks({ config, db, peppers, apis, now }: WebhookOptions) {
  const { publicUrl } = config;
  const allowed = readAllowedHosts(config.webhookAllowedHosts);
  const inboxes = `${publicUrl}/inbox/`;
  let running: Running | undefined;
  const onError = (error: unknown) => running?.onError(error);
  const streams = createLiveStreams(db, onError);
  let dispatcher: ReturnType<typeof createDispatcher> | undefined;

  return {
    streams,

    /** Refuses the address of an endpoint to which no webhook may go; the portal's own inboxes are always allowed. */
    checkUrl: async (url: string): Promise<void> => {
      if (!url.startsWith(inboxes)) await checkTarget(url, allowed, lookupAll);
    },

    start(given: Running): void {
      running = given;
      dispatcher = createDispatcher({
        db,
        peppers,
        sender: createSender({ allowed, lookup: lookupAll, inboxes: { prefix: inboxes, listening: given.listening } }),
        now,
        userAgent: `Cais-Webhooks/1.0 (+${publicUrl})`,
        onError,
        beforePoll: () => liveOn({ db, apis, publicUrl, real: now(), followed: streams.followed() }),
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

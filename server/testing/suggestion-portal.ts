import { type Browser, newPerson, signUp } from './browser.ts';
import type { OpenTestDatabase } from './test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';

export const suggestions = '/platform/v1/suggestions';

/** A suggestion that is fine. */
const written = { text: 'Falta um exemplo.', page: '/guides/webhooks', language: 'pt' };

/** A portal with a provider, who reads what is suggested. */
export interface SuggestionPortal {
  portal: TestPortal;
  provider: Browser;
  /** Sends a suggestion, with some fields changed. */
  send(body?: object, options?: { key?: string; headers?: Record<string, string> }): Promise<TestAnswer>;
  /** The suggestions that the provider sees, the newest first. */
  list(query?: string): Promise<TestAnswer['body'][]>;
  /** Removes all suggestions. */
  clear(): Promise<void>;
  /** Moves the real time forward; 0 sets it back. */
  moveTo(ahead: number): void;
}

/** Starts a portal whose provider has signed up, and which stores eight suggestions at most. */
export async function startSuggestionPortal(open: OpenTestDatabase): Promise<SuggestionPortal> {
  let ahead = 0;
  const env = { SIGN_INS_PER_HOUR: '1000', SUGGESTIONS_STORED: '8' };
  const portal = await startTestPortal({ open, env, now: () => new Date(Date.now() + ahead) });
  const provider = await signUp(portal, newPerson());
  // A setting that needs a workspace, which needs a running portal.
  portal.context.config.providerWorkspace = (await provider.send('GET /account/session')).body.workspace.id;
  return {
    portal,
    provider,
    send: (body = {}, options = {}) =>
      portal.call(`POST ${suggestions}`, { body: { ...written, ...body }, ...options }),
    list: async (query = '') => (await provider.send(`GET ${suggestions}?limit=100${query}`)).body.data,
    clear: async () => {
      await portal.context.db.deleteFrom('suggestion').execute();
    },
    moveTo: (by) => {
      ahead = by;
    },
  };
}

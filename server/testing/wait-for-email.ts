import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredEmail } from '../mail/outbox.ts';
import type { TestPortal } from './test-portal.ts';

/** The page to which the link of an email leads. */
export type LinkPage = 'reset-password' | 'invitation' | 'confirm-email';

/** The newest email to an address that links to a page. Emails are sent after the response, so this may wait. */
export async function waitForEmail(
  { context: { people } }: TestPortal,
  to: string,
  page: LinkPage,
): Promise<StoredEmail & { token: string }> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    for (const email of await people.outbox.list()) {
      const [, token] = new RegExp(`/${page}#token=(\\S+)`).exec(email.text) ?? [];
      if (token !== undefined && email.to === to) return { ...email, token };
    }
    await sleep(20);
  }
  throw new Error(`No email to ${to} arrived.`);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type KeptLetter, listLetters } from '../mail/outbox.ts';
import type { TestPortal } from './test-portal.ts';

/** The page to which the link of a letter leads. */
export type LetterPage = 'reset-password' | 'invitation' | 'confirm-email';

/** The newest letter to somebody in the portal's outbox that leads to a page; letters go out after the answer, so that one may have to wait. */
export async function waitForLetter(
  { context: { db } }: TestPortal,
  to: string,
  page: LetterPage,
): Promise<KeptLetter & { token: string }> {
  for (let attempt = 0; attempt < 200; attempt++) {
    for (const letter of await listLetters(db)) {
      const [, token] = new RegExp(`/${page}#token=(\\S+)`).exec(letter.text) ?? [];
      if (token !== undefined && letter.to === to) return { ...letter, token };
    }
    await sleep(20);
  }
  throw new Error(`No letter to ${to} came.`);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type KeptLetter, listLetters } from '../mail/outbox.ts';
import type { TestPortal } from './test-portal.ts';

/** The newest letter to somebody in the portal's outbox; letters go out after the answer, so that one may have to wait. */
export async function waitForLetter({ context: { db } }: TestPortal, to: string): Promise<KeptLetter> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const letter = (await listLetters(db)).find((kept) => kept.to === to);
    if (letter) return letter;
    await sleep(20);
  }
  throw new Error(`No letter to ${to} came.`);
}

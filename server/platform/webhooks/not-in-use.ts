import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { NotResent } from '../../webhooks/resend.ts';

/** Refuses to send to an endpoint that cannot receive now. */
export function notInUse(why: NotResent): Refusal {
  return new Refusal('invalid_state', say(`webhooks.not-in-use.${why}`));
}

import { preferredLanguage } from '../answers/preferred-language.ts';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { openGuestWorkspace } from '../identity/guest-workspaces.ts';
import type { Handler } from './handler.ts';

/** `POST /guest_workspaces`: a workspace for 24 hours and its test key, with an hourly limit per address. */
export const createGuestWorkspace: Handler<'createGuestWorkspace'> = async ({ context, incoming }) => {
  const wait = await context.guestLimit(incoming.address);
  if (wait !== undefined) throw tooMany(wait);
  const language = preferredLanguage(incoming.headers);
  const body = await openGuestWorkspace(context.db, context.peppers, { language, now: context.now() });
  const headers = { location: new URL('workspace', incoming.url).pathname, 'cache-control': 'no-store' };
  return { status: 201, mediaType: 'application/json', headers, body };
};

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  const detail = say('workspaces.too-many', { minutes });
  return new Refusal('too_many_requests', detail, { headers: { 'retry-after': String(seconds) } });
}

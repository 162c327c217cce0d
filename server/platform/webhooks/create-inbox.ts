import { Refusal } from '../../answers/refusal.ts';
import { mostInboxes, openInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showInbox } from './show-inbox.ts';

/** `POST /inboxes`: an address of the portal that keeps what it receives. */
export const createInbox: Handler<'createInbox'> = async (call) => {
  const { context, incoming } = call;
  const { workspaceId, now } = callerOf(call);
  const inbox = await openInbox(context.db, workspaceId, now, call.body ?? {});
  if (!inbox) throw tooMany();
  const body = showInbox(context.config.publicUrl, inbox);
  return { status: 201, mediaType: 'application/json', headers: { location: `${incoming.path}/${inbox.id}` }, body };
};

function tooMany(): Refusal {
  return new Refusal('invalid_state', {
    en: `A workspace may have ${mostInboxes} inboxes. Delete one that you no longer need.`,
    pt: `Um espaço de trabalho pode ter ${mostInboxes} caixas de entrada. Exclua uma de que não precise mais.`,
  });
}

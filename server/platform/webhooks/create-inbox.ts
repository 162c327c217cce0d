import { Refusal } from '../../answers/refusal.ts';
import { maxInboxes, openInbox } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { showInbox } from './show-inbox.ts';

/** `POST /inboxes`: creates an address of the portal that stores what it receives. */
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
    en: `A workspace can have at most ${maxInboxes} inboxes. Delete one that you no longer need.`,
    pt: `Um espaço de trabalho pode ter no máximo ${maxInboxes} caixas de entrada. Exclua uma que não use mais.`,
  });
}

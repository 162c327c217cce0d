import { Refusal } from '../../dialect/errors/refusal.ts';
import type { Handler } from '../../pipeline/handle-request.ts';
import { createInbox as create, type InboxFields, mostInboxes } from '../../webhooks/inbox/inbox-store.ts';
import { callerOf } from '../caller.ts';
import { showInbox } from './show-inbox.ts';

/** `POST /inboxes`: an address of the portal that keeps what it receives. */
export const createInbox: Handler = async (call) => {
  const { context, request, incoming } = call;
  const { workspaceId, now } = callerOf(call);
  const inbox = await create(context.db, workspaceId, now, (request.body ?? {}) as InboxFields);
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

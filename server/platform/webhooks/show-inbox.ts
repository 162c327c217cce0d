import type { InboxMessageRow } from '../../db/schema.ts';
import type { ShownInbox } from '../../webhooks/inbox/inbox-store.ts';
import { inboxUrl } from '../../webhooks/inbox/inbox-url.ts';

/** An inbox as the platform API shows it. */
export function showInbox(
  publicUrl: string,
  { id, name, answer, fail_next, message_count, created_at }: ShownInbox,
): Record<string, unknown> {
  return { id, url: inboxUrl(publicUrl, id), name, answer: JSON.parse(answer), fail_next, message_count, created_at };
}

/** A message as it was received, and the response that was sent. */
export function showMessage({
  seq: _seq,
  headers,
  body_truncated,
  ...message
}: InboxMessageRow): Record<string, unknown> {
  return { ...message, headers: JSON.parse(headers), body_truncated: Boolean(body_truncated) };
}

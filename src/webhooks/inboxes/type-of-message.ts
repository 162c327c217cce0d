import type { InboxMessage } from '../../generated/platform/types.gen.ts';

/** The event type in a message body, at the top level or in an envelope one level below; undefined if there is none. */
export function typeOfMessage({ body }: Pick<InboxMessage, 'body'>): string | undefined {
  try {
    const content = JSON.parse(body);
    for (const place of [content, ...Object.values(content ?? {})] as Record<string, unknown>[])
      for (const name of ['type', 'event', 'event_type']) {
        const type = place?.[name];
        if (typeof type === 'string') return type;
      }
  } catch {}
  return undefined;
}

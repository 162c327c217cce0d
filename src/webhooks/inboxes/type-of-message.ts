import type { InboxMessage } from '../../generated/platform/types.gen.ts';

/** The event's type as its body tells it, at the top or one level below, as APIs wrap it; undefined where it tells none. */
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

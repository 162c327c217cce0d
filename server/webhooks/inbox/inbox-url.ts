/** The address of an inbox; `publicUrl` has no trailing slash. */
export function inboxUrl(publicUrl: string, id: string): string {
  return `${publicUrl}/inbox/${id}`;
}

/**
 * The id in an address of one of this portal's inboxes, however it is written; undefined for all other addresses. Compared
 * after parsing (WHATWG URL), since `/inbox/../platform` begins like an inbox and leads elsewhere.
 */
export function findInboxId(publicUrl: string, text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password || url.hash) return undefined;
  const id = /\/(inb_[0-9a-f]{32})$/.exec(url.pathname)?.[1];
  if (id === undefined) return undefined;
  const own = new URL(inboxUrl(publicUrl, id));
  return url.origin === own.origin && url.pathname === own.pathname ? id : undefined;
}

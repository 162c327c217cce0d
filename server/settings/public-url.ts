/** The first segments of the portal's own addresses. */
const ownFolders = new Set(
  '.well-known account downloads en guides inbox livez oauth pagefind platform readyz reference sandbox'.split(' '),
);

/** Reads the public URL, perhaps with a path, without a trailing slash; throws an error that says what it should be. */
export function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || /[?#]/.test(text))
    throw new Error(`PUBLIC_URL must be an address such as https://portal.example, not "${text}".`);
  const path = url.pathname.replace(/\/$/, '');
  // Proxies may take the path away or leave it, so it must not be mistaken for an address of the portal.
  if (!/^(\/[\w.~-]+)*$/.test(path) || ownFolders.has(path.split('/')[1] ?? ''))
    throw new Error(
      `PUBLIC_URL must have another path, such as https://example.com/developers: "${path}" is not free.`,
    );
  return url.origin + path;
}

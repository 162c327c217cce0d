/** Where a form leads afterwards, if its address says so: a page of this portal, never another site. */
export function safeNext(search: string, origin: string): string | undefined {
  const next = new URLSearchParams(search).get('next');
  // Browsers read a backslash as a slash, and leave out tabs and line ends: "/\t/evil.example" would lead away.
  if (!next?.startsWith('/') || /^\/[/\\]|[\\\s\p{Cc}]/u.test(next)) return undefined;
  return URL.canParse(next, origin) && new URL(next, origin).origin === origin ? next : undefined;
}

/** The page to open after a form, from the query parameter `next`: a page of this portal, never another site. */
export function safeNext(search: string, origin: string): string | undefined {
  const next = new URLSearchParams(search).get('next');
  // Browsers read a backslash as a slash and ignore tabs and line breaks: "/\t/evil.example" would lead to another site.
  if (!next?.startsWith('/') || /^\/[/\\]|[\\\s\p{Cc}]/u.test(next)) return undefined;
  return URL.canParse(next, origin) && new URL(next, origin).origin === origin ? next : undefined;
}

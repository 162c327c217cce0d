/** The API to which a page belongs: its reference (`/reference/orders/…`), or the guide of its name (`/guides/orders`). */
export function findApiOfPage(page: string, slugs: Iterable<string>): string | undefined {
  const [section, name] = page.split('/').slice(1);
  if (section !== 'reference' && section !== 'guides') return undefined;
  return [...slugs].find((slug) => slug === name);
}

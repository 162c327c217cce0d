/** How often each value of a field is stored in a list, read page by page. */
export async function countStored(
  url: string,
  headers: Record<string, string>,
  field: string,
): Promise<Map<string, number>> {
  const stored = new Map<string, number>();
  let next: string | undefined = `${url}?limit=100`;
  while (next) {
    const response: Response = await fetch(new URL(next, url), { headers });
    if (response.status !== 200) throw new Error(`${next}: ${response.status} ${await response.text()}`);
    for (const record of (await response.json()) as Record<string, string>[]) {
      const value = String(record[field]);
      stored.set(value, (stored.get(value) ?? 0) + 1);
    }
    next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return stored;
}

/** Reads a list that a column stores as space-separated words: scopes, addresses. */
export function words(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** Reads a workspace's list of origins. */
export function readOrigins(json: string): string[] {
  return JSON.parse(json) as string[];
}

/** The earliest of several times, in milliseconds since 1970. */
export function earliest(...times: (string | null)[]): number | undefined {
  const known = times.flatMap((time) => (time === null ? [] : Date.parse(time)));
  return known.length > 0 ? Math.min(...known) : undefined;
}

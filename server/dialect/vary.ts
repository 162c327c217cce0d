/** Adds a field to the `Vary` of an answer's headers, once. */
export function withVary(headers: Record<string, string> = {}, added: string): Record<string, string> {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'vary') ?? 'vary';
  const listed = headers[name]?.split(/\s*,\s*/) ?? [];
  const isThere = listed.some((field) => field === '*' || field.toLowerCase() === added.toLowerCase());
  return isThere ? headers : { ...headers, [name]: [...listed, added].join(', ') };
}

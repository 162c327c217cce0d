type Headers = Record<string, string>;

/**
 * Merges headers from several sources; names must be lower case. For `Link` and `Vary` the values are combined, for any other header
 * the last one wins.
 */
export function joinHeaders(...sources: (Headers | undefined)[]): Headers {
  const joined: Headers = {};
  for (const source of sources) {
    for (const name in source) {
      const value = source[name] as string;
      const before = joined[name];
      joined[name] = before === undefined || (name !== 'link' && name !== 'vary') ? value : join(name, before, value);
    }
  }
  return joined;
}

function join(name: string, before: string, added: string): string {
  if (name === 'link') return `${before}, ${added}`;
  const fields = before.split(/\s*,\s*/);
  const isListed = (field: string) =>
    fields.some((known) => known === '*' || known.toLowerCase() === field.toLowerCase());
  return [...fields, ...added.split(/\s*,\s*/).filter((field) => !isListed(field))].join(', ');
}

type Headers = Record<string, string>;

/**
 * Puts headers of several sources together, their names in lower case: of `Link` and `Vary` each source adds to the list, of any other
 * header the last one counts.
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

import type { MediaTypeData } from '../../src/documents/operation-data.ts';

const namesOfCodes = /^(code|codigo|error|type|tipo|reason|motivo)$/i;

/** The error codes in a response's examples, which people search for after an error. */
export function errorNames(content: Record<string, MediaTypeData>): string[] {
  const found = new Set<string>();
  for (const { example, examples = {} } of Object.values(content)) {
    for (const value of [example, ...Object.values(examples).map((named) => named.value)]) collect(value, '', found);
  }
  return [...found];
}

function collect(value: unknown, name: string, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, name, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) collect(inner, key, found);
  else if (namesOfCodes.test(name) && typeof value !== 'boolean' && value !== null) {
    // A problem type is a URI; its last segment is the name.
    const [code = ''] = String(value).match(/[^\s/#:]+$/) ?? [];
    if (code && !String(value).includes(' ')) found.add(code);
  }
}

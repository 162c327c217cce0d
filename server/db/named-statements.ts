/** The statements that PostgreSQL parses and plans once for each connection, by their text. */
const names = new Map<string, string>();

/**
 * Gives a statement a name, under which each connection prepares it on first use. Not where it takes all columns of a table: when the
 * migration of a newer server adds one, the servers that still run would fail.
 */
export function nameStatement(text: string): void {
  if (!/\b(select|returning) \*/.test(text) && !names.has(text)) names.set(text, `cais_${names.size + 1}`);
}

/** A query as the driver takes it: with its name, if it has one. */
export function withName(text: unknown, values: unknown): unknown[] {
  const name = typeof text === 'string' ? names.get(text) : undefined;
  return name === undefined ? [text, values] : [{ name, text, values }];
}

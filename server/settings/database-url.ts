import type { Environment } from './read-setting.ts';

/** Reads `DATABASE_URL`: the address of a PostgreSQL or the path of a SQLite file. Errors never show an address: it has a password. */
export function databaseUrl({ DATABASE_URL: text }: Environment, fallback: string): string {
  if (!text) return fallback;
  const wanted = 'DATABASE_URL must be postgres://user:password@host/database or the path of a SQLite file';
  // One letter and a colon is a drive of Windows.
  const [, scheme] = /^([a-z][\w+.-]+):/i.exec(text) ?? [];
  if (scheme && !/^postgres(ql)?$/.test(scheme)) throw new Error(`${wanted}, not a "${scheme}:" address.`);
  if (scheme && !(URL.canParse(text) && text.startsWith(`${scheme}://`)))
    throw new Error(`${wanted}: its characters such as @, / and # in the password are written in percent-encoding.`);
  if (text === ':memory:')
    throw new Error(`${wanted}: a database in memory would be lost, and has one connection only.`);
  return text;
}

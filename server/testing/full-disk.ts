import { sql } from 'kysely';
import type { TestDatabase } from './test-databases.ts';

/**
 * Fails writes of one kind as on a full disk: SQLite's file may not grow, and PostgreSQL reports its code 53100. Returns what
 * makes room again.
 */
export async function fillDisk(
  { kind, db }: Pick<TestDatabase, 'kind' | 'db'>,
  write: 'insert' | 'update' | 'delete',
  table: string,
): Promise<() => Promise<void>> {
  const run = async (statements: string[]) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
  const { fill, empty } = statementsOf[kind](`before ${write} on ${table}`, table);
  await run(fill);
  return () => run(empty);
}

const statementsOf = {
  sqlite: (when: string) => ({
    fill: [
      'create table filler (bytes blob)',
      `create trigger fill ${when} begin insert into filler values (zeroblob(100000000)); end`,
      'pragma max_page_count = 10000',
    ],
    empty: ['pragma max_page_count = 1000000000', 'drop trigger fill', 'drop table filler'],
  }),
  postgres: (when: string, table: string) => ({
    fill: [
      `create function fill() returns trigger language plpgsql as $$
       begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
      `create trigger fill ${when} for each row execute function fill()`,
    ],
    empty: [`drop trigger fill on ${table}`, 'drop function fill'],
  }),
};

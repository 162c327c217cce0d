import { type Kysely, sql } from 'kysely';

/** What each table is divided by: an attempt knows only its delivery. */
const keys = { record: 'workspace_id', event: 'workspace_id', delivery: 'workspace_id', attempt: 'delivery_id' };

export const partitionedTables = Object.keys(keys);

/**
 * Divides the large tables into so many partitions by a hash, with the same rows, indexes and triggers. Unique indexes get the key;
 * foreign keys to these tables go: they would need it, too.
 */
export async function partitionTables<T>(db: Kysely<T>, partitions: number): Promise<void> {
  await db.connection().execute(async (connection) => {
    const run = async <Row>(text: string) => (await sql.raw<Row>(text).execute(connection)).rows;
    await run('set statement_timeout = 0');
    for (const [table, key] of Object.entries(keys)) {
      const indexes = await run<{ indexdef: string }>(`select indexdef from pg_indexes where tablename = '${table}'`);
      const triggers = await run<{ definition: string }>(
        `select pg_get_triggerdef(oid) as definition from pg_trigger where tgrelid = '${table}'::regclass and not tgisinternal`,
      );
      const references = await run<{ conname: string; owner: string }>(
        `select conname, conrelid::regclass::text as owner from pg_constraint where contype = 'f' and confrelid = '${table}'::regclass`,
      );
      for (const { conname, owner } of references) await run(`alter table ${owner} drop constraint ${conname}`);
      await run(`alter table ${table} rename to ${table}_whole`);
      await run(
        `create table ${table} (like ${table}_whole including defaults including storage) partition by hash (${key})`,
      );
      for (let part = 0; part < partitions; part++)
        await run(
          `create table ${table}_${part} partition of ${table} for values with (modulus ${partitions}, remainder ${part})`,
        );
      await run(`insert into ${table} select * from ${table}_whole`);
      // The numbers go on.
      const sequences = await run<{ name: string }>(
        `select pg_get_serial_sequence('${table}_whole', attname) as name from pg_attribute
          where attrelid = '${table}_whole'::regclass and attnum > 0 and pg_get_serial_sequence('${table}_whole', attname) is not null`,
      );
      for (const { name } of sequences) await run(`alter sequence ${name} owned by none`);
      await run(`drop table ${table}_whole cascade`);
      for (const { indexdef } of indexes) await run(withKey(indexdef, key));
      for (const { definition } of triggers) await run(definition);
      if (key === 'workspace_id')
        await run(`alter table ${table} add foreign key (workspace_id) references workspace (id) on delete cascade`);
    }
    await run('reset all');
  });
  for (const table of partitionedTables) await sql.raw(`vacuum analyze ${table}`).execute(db);
}

/** A unique index of a partitioned table has the key among its columns. */
function withKey(definition: string, key: string): string {
  const [, columns = ''] = /\((.*?)\)/.exec(definition) ?? [];
  const isWhole = !definition.startsWith('CREATE UNIQUE') || columns.split(', ').includes(key);
  return isWhole ? definition : definition.replace(`(${columns})`, `(${columns}, ${key})`);
}

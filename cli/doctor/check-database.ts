import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { Config } from '../../server/config.ts';
import { databaseFault } from '../../server/start-faults.ts';
import type { Finding } from './finding.ts';

const what = 'Database';

/** Whether the database answers; without changing it, so that one of an older version stays as it is. */
export async function checkDatabase(config: Config): Promise<Finding> {
  const { databaseUrl } = config;
  try {
    if (/^postgres(ql)?:/.test(databaseUrl)) return await checkPostgres(databaseUrl);
    if (!existsSync(databaseUrl)) return { what, state: 'good', text: `${databaseUrl} is made at the first start` };
    return checkSqlite(databaseUrl);
  } catch (error) {
    return { what, state: 'bad', text: messageOf(config, error as Error) };
  }
}

async function checkPostgres(connectionString: string): Promise<Finding> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query('show server_version');
    return { what, state: 'good', text: `PostgreSQL ${rows[0].server_version} answers` };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function checkSqlite(file: string): Finding {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [row] = db.prepare('PRAGMA quick_check(1)').all();
    const found = String(row?.quick_check);
    if (found === 'ok') return { what, state: 'good', text: `${file} is sound` };
    return { what, state: 'bad', text: `${file} is damaged (${found}): restore a backup` };
  } finally {
    db.close();
  }
}

function messageOf(config: Config, error: Error): string {
  try {
    return databaseFault(config)(error);
  } catch (told) {
    return (told as Error).message;
  }
}

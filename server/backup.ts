import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { copyDatabaseFile } from './db/copy-database-file.ts';
import { makePrivateFolder, narrowFile } from './db/private-files.ts';

/** `npm run backup -- <folder>`: copies the SQLite database and the peppers, also while the server runs. */
try {
  const { databaseUrl, dataDir, keyPeppers } = readConfig(process.env);
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Usage: npm run backup -- <folder>, where <folder> is new or empty.');
  if (/^postgres(ql)?:/.test(databaseUrl))
    throw new Error('This command copies SQLite. For PostgreSQL use pg_dump; docs/operate.mdx says how.');
  if (!existsSync(databaseUrl))
    throw new Error(`There is no database at ${databaseUrl}: set DATA_DIR or DATABASE_URL as the server has it.`);
  makePrivateFolder(folder);
  if (readdirSync(folder).length > 0) throw new Error(`${folder} holds files already: name a new or empty folder.`);

  copyDatabaseFile(databaseUrl, join(folder, 'cais.db'));
  // After the database: the file only ever gains peppers.
  const peppers = join(dataDir, 'key-peppers');
  const hasFile = !keyPeppers && existsSync(peppers);
  if (hasFile) {
    copyFileSync(peppers, join(folder, 'key-peppers'));
    narrowFile(join(folder, 'key-peppers'));
  }
  console.log(`${folder} has the database${hasFile ? ' and the key peppers' : ''}.`);
  if (!hasFile) console.log('It has no key peppers: keep KEY_PEPPERS yourself. Without it no key and no secret works.');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

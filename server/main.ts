import { existsSync } from 'node:fs';
import { readConfig, settingNames } from './config.ts';
import { createContext } from './create-context.ts';
import { openDatabase } from './db/open-database.ts';
import { tryDownloads } from './downloads/try-downloads.ts';
import { outliveReaders } from './end-process.ts';
import { tellFaults } from './openapi/isolation/tell-faults.ts';
import { findContradictions } from './settings/contradictory-settings.ts';
import { findMisspelt } from './settings/misspelt-settings.ts';
import { databaseFault, folderFault } from './start-faults.ts';
import { startServer } from './start-server.ts';

outliveReaders();
if (process.argv.includes('--strict')) process.env.STRICT = 'on';
try {
  const config = readConfig(process.env);
  for (const { name, meant } of findMisspelt(process.env, settingNames()))
    console.warn(`${name} is no setting and has no effect. Did you mean ${meant}?`);
  for (const told of findContradictions(config, process.env)) console.warn(told);
  const db = await openDatabase(config.databaseUrl, config.databaseConnections).catch(databaseFault(config));
  const context = await createContext(config, { db }).catch(folderFault(config));
  if (config.isStrict) await tryDownloads(context);
  tellFaults(context.faults.list(), config.isStrict, (line) => console.error(line));
  await startServer(context);
  if (!existsSync(config.siteDir))
    console.warn('CAIS_DIR has no built portal, so only the APIs are served: npm run build');
  console.log(`\n${context.portal.name} is ready at ${config.publicUrl}`);
} catch (error) {
  const { message } = error as Error;
  console.error(process.env.LOG_LEVEL === 'debug' ? error : message);
  process.exit(1);
}

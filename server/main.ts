import { existsSync } from 'node:fs';
import { buildApp } from './app.ts';
import { readConfig, settingNames } from './config.ts';
import { createContext } from './create-context.ts';
import { openDatabase } from './db/open-database.ts';
import { runDueJobs } from './db/run-due-jobs.ts';
import { endInOrder, outliveReaders } from './end-process.ts';
import { createDraining } from './http/draining.ts';
import { listJobs } from './list-jobs.ts';
import { describeFault } from './openapi/faults.ts';
import { serveMetrics } from './operators/serve-metrics.ts';
import { findContradictions } from './settings/contradictory-settings.ts';
import { findMisspelt } from './settings/misspelt-settings.ts';
import { databaseFault, folderFault, listenFault, metricsFault } from './start-faults.ts';

const minute = 60 * 1000;

outliveReaders();
try {
  const config = readConfig(process.env);
  for (const { name, meant } of findMisspelt(process.env, settingNames()))
    console.warn(`${name} is no setting and has no effect. Did you mean ${meant}?`);
  for (const told of findContradictions(config, process.env)) console.warn(told);
  const db = await openDatabase(config.databaseUrl, config.databaseConnections).catch(databaseFault(config));
  const context = await createContext(config, { db }).catch(folderFault(config));
  for (const [slug, faults] of context.faulty) {
    console.error(`\n${slug} is not served: its document has faults. The other APIs are.`);
    for (const fault of faults) console.error(`  ${describeFault(fault)}`);
  }
  const draining = createDraining();
  const app = await buildApp(context, { draining });
  const runJobs = () =>
    runDueJobs(
      context.db,
      listJobs(context),
      () => context.now().getTime(),
      (error) => context.log.error(error),
    );
  let running = Promise.resolve();
  const startJobs = () => {
    running = runJobs();
  };
  const jobs = setInterval(startJobs, minute);
  endInOrder({
    log: context.log,
    drainSeconds: config.drainSeconds,
    drain: draining.start,
    close: async () => {
      clearInterval(jobs);
      await Promise.all([app.close(), running]);
      await context.db.destroy();
    },
  });

  if (config.metricsAddress) await serveMetrics(app, context, config.metricsAddress).catch(metricsFault(config));
  await app.listen({ port: config.port, host: config.host }).catch(listenFault(config));
  if (!existsSync(config.siteDir))
    console.warn('CAIS_DIR has no built portal, so only the APIs are served: npm run build');
  console.log(`\n${context.portal.name} is ready at ${config.publicUrl}`);
  startJobs();
} catch (error) {
  const { message } = error as Error;
  console.error(process.env.LOG_LEVEL === 'debug' ? error : message);
  process.exit(1);
}

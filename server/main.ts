import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { runDueJobs } from './db/run-due-jobs.ts';
import { endInOrder, outliveReaders } from './end-process.ts';
import { createDraining } from './http/draining.ts';
import { listJobs } from './list-jobs.ts';
import { describeFault } from './openapi/faults.ts';

const minute = 60 * 1000;

outliveReaders();
try {
  const config = readConfig(process.env);
  const context = await createContext(config);
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

  await app.listen({ port: config.port, host: config.host });
  console.log(`\nCais is ready at ${config.publicUrl}`);
  startJobs();
} catch (error) {
  console.error(explain(error as NodeJS.ErrnoException));
  process.exit(1);
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') {
    const port = Number(process.env.PORT || 3000);
    return `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND') {
    return `The database of DATABASE_URL does not answer (${error.message || error.code}). Is it running?`;
  }
  if (error.code === 'EACCES') return `This port or folder may not be used: ${error.message}`;
  return process.env.LOG_LEVEL === 'debug' && error.stack ? error.stack : error.message;
}

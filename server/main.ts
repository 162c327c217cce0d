import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { runDueJobs } from './db/run-due-jobs.ts';
import { listJobs } from './list-jobs.ts';
import { describeFault } from './openapi/faults.ts';

const minute = 60 * 1000;

try {
  const config = readConfig(process.env);
  const context = await createContext(config);
  for (const [slug, faults] of context.faulty) {
    console.error(`\n${slug} is not served: its document has faults. The other APIs are.`);
    for (const fault of faults) console.error(`  ${describeFault(fault)}`);
  }
  const app = await buildApp(context);
  const runJobs = () =>
    runDueJobs(
      context.db,
      listJobs(context),
      () => context.now().getTime(),
      (error) => context.log.error(error),
    );
  const jobs = setInterval(runJobs, minute);
  const stop = async () => {
    clearInterval(jobs);
    await app.close();
    await context.db.destroy();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  await app.listen({ port: config.port, host: config.host });
  console.log(`\nCais is ready at ${config.publicUrl}`);
  await runJobs();
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

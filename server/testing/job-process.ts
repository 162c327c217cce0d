// A process that claims a job (a database's URL and the job's name are given), says so, and never ends it.
import { openDatabase } from '../db/open-database.ts';
import { runDueJobs } from '../db/run-due-jobs.ts';

const [url = '', name = ''] = process.argv.slice(2);
const run = async () => {
  process.send?.('running');
  await new Promise(() => {});
};
await runDueJobs(await openDatabase(url), [{ name, every: 60_000, run }], Date.now, (error) => {
  throw error;
});

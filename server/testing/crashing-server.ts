// A server in its own process that kills itself at a step of a delivery. Its clock may be ahead, so that leases end sooner.

import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createContext } from '../create-context.ts';

const { CRASH_AT, AHEAD_MS = '0' } = process.env;
const config = readConfig(process.env);
const context = await createContext(config, { now: () => new Date(Date.now() + Number(AHEAD_MS)) });
const app = await buildApp(context, {
  observeDeliveries: (step) => {
    if (step === CRASH_AT) process.kill(process.pid, 'SIGKILL');
  },
});
process.once('SIGTERM', async () => {
  await app.close();
  await context.db.destroy();
  process.exit(0);
});
await app.listen({ port: config.port, host: '127.0.0.1' });
process.stdout.write('ready\n');

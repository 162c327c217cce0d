import { type AppOptions, buildApp } from './app.ts';
import type { Context } from './context.ts';
import { createInFlight } from './db/in-flight.ts';
import { runDueJobs } from './db/run-due-jobs.ts';
import { type Ending, endInOrder } from './end-process.ts';
import { createDraining } from './http/draining.ts';
import { type HeldPort, holdPort } from './http/held-port.ts';
import { serveHeldPorts } from './http/serve-held-ports.ts';
import { listJobs } from './list-jobs.ts';
import { serveMetrics } from './operators/serve-metrics.ts';
import type { ServedApi } from './plan/served-api.ts';
import { noteHolds, noteUncaught } from './profiles/note-running.ts';
import { makeExamples } from './sandbox/make-examples.ts';
import { listenFault, metricsFault } from './start-faults.ts';

const minute = 60 * 1000;

interface Starting extends Pick<Ending, 'leavesSignals'> {
  /** Those of its ports that are held already. */
  held?: HeldPort[];
}

/**
 * Serves a context at its address, with its jobs, until a signal ends the process in order; throws an error that names the
 * setting to change. Returns a function that ends the process in the same way, with an exit code.
 */
export async function startServer(
  context: Context,
  { leavesSignals, held = [], ...options }: Omit<AppOptions, 'draining'> & Starting = {},
): Promise<(code: number) => void> {
  const { config } = context;
  const draining = createDraining();
  const app = await buildApp(context, { ...options, draining });
  const runJobs = () =>
    runDueJobs(
      context.db,
      listJobs(context),
      () => context.now().getTime(),
      (error) => context.log.error(error),
    );
  // A run may take longer than until the next one begins.
  const runs = createInFlight();
  const startJobs = () => void runs.add(runJobs());
  const jobs = setInterval(startJobs, minute);
  const noting = { faults: context.faults, apis: [...context.apis.values()] };
  const endNoting = noteHolds(noting);
  let isEnding = false;
  const end = endInOrder({
    log: context.log,
    drainSeconds: config.drainSeconds,
    drain: draining.start,
    leavesSignals,
    isOfOneApi: (error, isRejection) => noteUncaught(noting, error, isRejection),
    close: async () => {
      isEnding = true;
      clearInterval(jobs);
      endNoting();
      await Promise.all([app.close(), runs.ended()]);
      await context.db.destroy();
    },
  });

  const ports = serveHeldPorts(app);
  const hold = async (port: number) => held.find((each) => each.port === port) ?? holdPort(config.host, port);
  if (config.metricsAddress) await serveMetrics(app, context, config.metricsAddress).catch(metricsFault(config));
  await app.ready();
  for (const port of context.apiAddresses.byPort.keys()) ports.serveAlso(await hold(port));
  await hold(config.port).then(ports.listen).catch(listenFault(config));
  startJobs();
  void makeAllExamples([...context.apis.values()], () => isEnding);
  return end;
}

/** Nobody waits for them yet: the first caller of a large API would. */
async function makeAllExamples(apis: ServedApi[], isOver: () => boolean): Promise<void> {
  for (const api of apis) await makeExamples(api, isOver);
}

const NAME = 'cais.workspace';
const LONGEST_WAIT_MS = 15_000;

/**
 * Runs the work while no other tab does, so that two tabs do not open two workspaces. Where there are no locks (a page without HTTPS,
 * storage that is blocked) or a tab keeps one for long, it runs anyway: the work must look again before it stores anything.
 */
export async function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  let hasStarted = false;
  const start = () => {
    hasStarted = true;
    return work();
  };
  try {
    return await navigator.locks.request(NAME, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) }, start);
  } catch (error) {
    if (hasStarted) throw error;
    return work();
  }
}

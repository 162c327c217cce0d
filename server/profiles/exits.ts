import { filesOf, findProfileFolder } from './profile-folders.ts';

const { exit, abort, kill } = process;

/** Thrown to code of a profile that would end the process. */
export class RefusedExit extends Error {
  /** The folder of the profile; unknown where the call has no code on its stack, as in `setTimeout(process.exit)`. */
  readonly folder: string | undefined;

  constructor(call: string, folder: string | undefined) {
    super(`${call} would end the other APIs, too. Throw an error instead`);
    this.folder = folder;
  }
}

/** From now on, code of profiles cannot end the process; whatever else does so goes on as before. */
export function refuseExits(): void {
  process.exit = function (this: void, code) {
    refuseProfile('process.exit');
    return exit.call(process, code);
  };
  process.abort = () => {
    refuseProfile('process.abort');
    return abort.call(process);
  };
  process.kill = (pid, signal) => {
    if (pid === process.pid || pid === 0) refuseProfile('process.kill');
    return kill.call(process, pid, signal);
  };
}

function refuseProfile(call: string): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  const { stack = '' } = new Error(call);
  Error.stackTraceLimit = stackTraceLimit;
  const callers = filesOf(stack).filter((file) => file !== import.meta.filename);
  const folder = callers.map(findProfileFolder).find(Boolean);
  if (folder || (callers.length === 0 && isHandedOver(stack))) throw new RefusedExit(call, folder);
}

/** Whether a call without code on its stack was made for somebody, as by a timer; programs of Node.js itself end processes, too. */
function isHandedOver(stack: string): boolean {
  const [, caller] = /\((node:[\w/]+)/.exec(stack) ?? [];
  return !caller || /^node:(internal\/timers|internal\/process\/task_queues|events)$/.test(caller);
}

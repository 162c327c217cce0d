import { relative } from 'node:path';
import { say } from '../answers/say.ts';
import type { FaultBook } from '../openapi/isolation/fault-book.ts';
import { faultsOfError } from '../openapi/isolation/fault-of-error.ts';
import { remedyOf } from '../openapi/isolation/stages.ts';
import { RefusedExit } from './exits.ts';
import { filesOf, findProfileFolder, findThrower } from './profile-folders.ts';
import { followHolds, type Held } from './watch-loop.ts';

type Served = { slug: string; folder: string };

interface Noting {
  faults: FaultBook;
  apis: Iterable<Served>;
}

/** Notes what code of a profile threw while it handled a call; errors of the server itself are not its faults. */
export function noteThrown(faults: FaultBook, { slug, folder }: Served, error: unknown): void {
  const [first = ''] = filesOf(error instanceof Error ? String(error.stack) : '');
  if (error instanceof RefusedExit || findProfileFolder(first) === folder)
    faults.note(slug, 'call', faultsOfError(error, 'call', folder), 'part');
}

/** Notes what nothing caught, if the code of a profile alone has thrown it; returns whether it has. */
export function noteUncaught({ faults, apis }: Noting, error: unknown, isRejection: boolean): boolean {
  const folder = error instanceof RefusedExit ? error.folder : findThrower(error, isRejection);
  const api = [...apis].find((each) => each.folder === folder);
  if (api) faults.note(api.slug, 'call', faultsOfError(error, 'call', api.folder), 'part');
  return api !== undefined || error instanceof RefusedExit;
}

/** Notes code of profiles that held the event loop, once it is free again; returns what ends that. */
export function noteHolds({ faults, apis }: Noting): () => void {
  return followHolds(({ folder, file, line, call }: Held) => {
    const api = [...apis].find((each) => each.folder === folder);
    const message = call ? say('profiles.held-in', { call }) : say('profiles.held');
    const fault = { file: relative(process.cwd(), file), line, message, remedy: remedyOf('call') };
    if (api) faults.note(api.slug, 'call', [fault], 'part');
  });
}

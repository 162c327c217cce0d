import { DocumentFaults, type Extent } from '../faults.ts';
import type { ApiDocument } from '../load-api.ts';
import type { Operation } from '../operations.ts';
import type { FaultBook } from './fault-book.ts';
import { faultsOfError } from './fault-of-error.ts';
import type { Stage } from './stages.ts';
import { withoutFaulty } from './without-faulty.ts';
import { withoutOperations } from './without-operations.ts';

/** The API that a stage is about: its name, and the folder of its files. */
export type Isolated = Pick<ApiDocument, 'slug' | 'folder'>;

/*
 * Whatever is done with one API goes through one of these functions: what it throws is noted with its place, and the others go
 * on. Beside these, only `without-faulty.ts` catches for it, where the faulty ones of many items are sought.
 */

/** Runs a stage of one API; undefined if it throws, which leaves out the API, or what `leftOut` says. */
export async function isolate<Result>(
  book: FaultBook,
  stage: Stage,
  { slug, folder }: Isolated,
  run: () => Promise<Result> | Result,
  leftOut: Extent = 'api',
): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    book.note(slug, stage, faultsOfError(error, stage, folder), leftOut);
    return undefined;
  }
}

/** The same for what is done at once, about the API or one of its operations. */
export function isolateNow<Result>(
  book: FaultBook,
  stage: Stage,
  { slug, folder }: Isolated,
  run: () => Result,
  { operation, leftOut = operation ? 'operation' : 'part' }: { operation?: Operation; leftOut?: Extent } = {},
): Result | undefined {
  try {
    return run();
  } catch (error) {
    book.note(slug, stage, faultsOfError(error, stage, folder, operation), leftOut);
    return undefined;
  }
}

/**
 * Runs a stage for all operations of an API together; those with which it throws are left out and noted. Throws DocumentFaults
 * where it cannot be run without them either.
 */
export function isolateOperations<Api extends ApiDocument, Result>(
  book: FaultBook,
  stage: Stage,
  api: Api,
  run: (api: Api) => Result,
): Result {
  const without = (own: Operation[]) => withoutOperations(api, new Set(api.operations).difference(new Set(own)));
  try {
    const { made, lost } = withoutFaulty(api.operations, (own) =>
      run(own.length === api.operations.length ? api : without(own)),
    );
    for (const { item, error } of lost)
      book.note(api.slug, stage, faultsOfError(error, stage, api.folder, item), 'operation');
    return made;
  } catch (error) {
    throw new DocumentFaults(faultsOfError(error, stage, api.folder));
  }
}

/** Runs a stage whose errors are those of the API; throws DocumentFaults, with the place. */
export async function locate<Result>(
  stage: Stage,
  folder: string,
  run: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw new DocumentFaults(faultsOfError(error, stage, folder));
  }
}

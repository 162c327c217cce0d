import { setImmediate } from 'node:timers/promises';
import { behindSavepoint, type Outcome } from './savepoint.ts';
import type { Database } from './schema.ts';

type Run<T> = (transaction: Database) => Promise<T>;

/** A change that waits for its turn, and what its caller is told once the commit has happened. */
interface Waiting {
  run: Run<unknown>;
  settle: (outcome: Outcome<unknown>) => void;
}

/** How many changes share a commit at most, so that none waits long for others. */
const mostAtOnce = 50;

const queues = new WeakMap<Database, Waiting[]>();

/**
 * Runs a change in a transaction of SQLite, which has one writer: whoever comes while it is busy is next, and all who wait share one
 * commit. Each stands behind a savepoint, so that one that fails undoes nothing of the others; nobody is told anything before the commit.
 */
export function inSharedCommit<T>(db: Database, run: Run<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const settle = (outcome: Outcome<unknown>) =>
      'error' in outcome ? reject(outcome.error) : resolve(outcome.value as T);
    const queue = queues.get(db);
    if (queue) return void queue.push({ run, settle });
    const own = [{ run, settle }];
    queues.set(db, own);
    void work(db, own);
  });
}

async function work(db: Database, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    // Requests that came in the same turn of the event loop are on their way here, too.
    await setImmediate();
    await commitTogether(db, queue.shift() as Waiting, queue);
  }
  queues.delete(db);
}

/** Never throws: what fails is told to those whom it concerns. */
async function commitTogether(db: Database, first: Waiting, queue: Waiting[]): Promise<void> {
  const done: { waiting: Waiting; outcome: Outcome<unknown> }[] = [];
  const began = [first];
  try {
    await db.transaction().execute(async (transaction) => {
      // Nobody shares the transaction yet: should this one fail, all of it is undone.
      done.push({ waiting: first, outcome: { value: await first.run(transaction) } });
      for (let next = queue[0]; next && began.length < mostAtOnce; next = queue[0]) {
        queue.shift();
        began.push(next);
        done.push({ waiting: next, outcome: await behindSavepoint(transaction, next.run) });
      }
    });
    for (const { waiting, outcome } of done) waiting.settle(outcome);
  } catch (error) {
    for (const { settle } of began) settle({ error });
  }
}

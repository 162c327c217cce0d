import { setImmediate } from 'node:timers/promises';
import { behindSavepoint, type Outcome } from './savepoint.ts';
import type { Database } from './schema.ts';

type Run<T> = (transaction: Database) => Promise<T>;

/** A queued change; `settle` is called after the commit. */
interface Waiting {
  run: Run<unknown>;
  settle: (outcome: Outcome<unknown>) => void;
}

/** The maximum number of changes per commit, so that none waits long for others. */
const maxBatch = 50;

const queues = new WeakMap<Database, Waiting[]>();

/**
 * Runs a change in a SQLite transaction (group commit): SQLite has one writer, so changes that arrive while it is busy share the next
 * commit. Each runs behind a savepoint, so that a failed one does not affect the others; promises settle only after the commit.
 */
export function inGroupCommit<T>(db: Database, run: Run<T>): Promise<T> {
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
    // Let other requests of the same event loop turn join the queue.
    await setImmediate();
    await commitTogether(db, queue.shift() as Waiting, queue);
  }
  queues.delete(db);
}

/** Never throws: errors reject the promises of the changes concerned. */
async function commitTogether(db: Database, first: Waiting, queue: Waiting[]): Promise<void> {
  const done: { waiting: Waiting; outcome: Outcome<unknown> }[] = [];
  const began = [first];
  try {
    await db.transaction().execute(async (transaction) => {
      // The first change needs no savepoint: if it fails, the transaction is rolled back.
      done.push({ waiting: first, outcome: { value: await first.run(transaction) } });
      for (let next = queue[0]; next && began.length < maxBatch; next = queue[0]) {
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

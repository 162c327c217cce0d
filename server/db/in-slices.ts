import { createGiveWay } from './give-way.ts';

/** How many rows one statement changes: PostgreSQL ends those that take long, and on SQLite others wait for it. */
const slice = 500;

/** Repeats a change of at most so many rows until there are none left; others get a turn in between. */
export async function inSlices(change: (most: number) => Promise<bigint | number>): Promise<void> {
  const giveWay = createGiveWay();
  while (Number(await change(slice)) > 0) await giveWay();
}

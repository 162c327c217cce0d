/** Groups of more pages are shown partially at first, with this many pages. */
const many = 40;
const few = 24;

/** The items nearest to the chosen one, or the first ones. The HTML of every page of a large API contains this list. */
export function chooseNear<T>(items: T[], chosen: number): T[] {
  if (items.length <= many) return items;
  const start = Math.min(Math.max(chosen - few / 2, 0), items.length - few);
  return items.slice(start, start + few);
}

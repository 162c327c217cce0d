/** A group of more pages is shown in part at first, and this many of it. */
const many = 40;
const few = 24;

/** Of a long list what is nearest to the chosen one, or its beginning: every page of a large API has it in its HTML. */
export function chooseNear<T>(items: T[], chosen: number): T[] {
  if (items.length <= many) return items;
  const start = Math.min(Math.max(chosen - few / 2, 0), items.length - few);
  return items.slice(start, start + few);
}

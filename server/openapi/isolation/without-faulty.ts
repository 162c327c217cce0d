/** What was made without the items that could not be part of it. */
interface Made<Item, Result> {
  made: Result;
  lost: { item: Item; error: unknown }[];
}

/** Where so many items fail, something else is wrong. */
const mostLost = 20;

/**
 * Makes something of a list of items. If that throws, the items with which it does are found by halving, and it is made of the
 * others; where it is made of none of them, the first error is thrown.
 */
export function withoutFaulty<Item, Result>(
  items: readonly Item[],
  make: (items: Item[]) => Result,
): Made<Item, Result> {
  try {
    return { made: make([...items]), lost: [] };
  } catch (error) {
    const lost: { item: Item; error: unknown }[] = [];
    findFaulty(items, make, lost);
    const faulty = new Set(lost.map(({ item }) => item));
    const rest = items.filter((item) => !faulty.has(item));
    if (lost.length === 0 || lost.length > mostLost || rest.length === 0) throw error;
    return { made: make(rest), lost };
  }
}

function findFaulty<Item, Result>(
  items: readonly Item[],
  make: (items: Item[]) => Result,
  lost: { item: Item; error: unknown }[],
): void {
  if (lost.length > mostLost) return;
  try {
    make([...items]);
  } catch (error) {
    const [item, ...others] = items;
    if (item === undefined) return;
    if (others.length === 0) lost.push({ item, error });
    else {
      const middle = Math.ceil(items.length / 2);
      findFaulty(items.slice(0, middle), make, lost);
      findFaulty(items.slice(middle), make, lost);
    }
  }
}

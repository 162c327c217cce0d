/** What was made without the items that could not be part of it. */
interface Made<Item, Result> {
  made: Result;
  lost: Lost<Item>[];
}

interface Lost<Item> {
  item: Item;
  error: unknown;
}

type Make<Item, Result> = (items: Item[]) => Result;

/** Items that are sound alone, and not together, may be many: after so many attempts, what is left of a group is lost with it. */
const mostAttempts = 500;

/**
 * Makes something of a list of items. If that throws, the items with which it does are found by halving, however many they are, and it
 * is made of the others; of those that are only sound apart, the first are kept. Throws the first error where it is made of none of
 * them, or throws without any, too.
 */
export function withoutFaulty<Item, Result>(items: readonly Item[], make: Make<Item, Result>): Made<Item, Result> {
  try {
    return { made: make([...items]), lost: [] };
  } catch (error) {
    const isSoundWithout = errorOf([], make) === undefined;
    const lost = isSoundWithout ? findFaulty(items, make) : [];
    const faulty = new Set(lost.map(({ item }) => item));
    const attempts = { left: mostAttempts };
    const sound = isSoundWithout
      ? addSound(
          [],
          items.filter((item) => !faulty.has(item)),
          { make, lost, attempts },
        )
      : [];
    if (sound.length === 0) throw error;
    return { made: make(sound), lost };
  }
}

/** The items that are faulty alone: each halving tries every item once, so that many cost little more than one. */
function findFaulty<Item>(items: readonly Item[], make: Make<Item, unknown>): Lost<Item>[] {
  const failed = errorOf(items, make);
  const [item] = items;
  if (!failed || item === undefined) return [];
  if (items.length === 1) return [{ item, error: failed.error }];
  const middle = Math.ceil(items.length / 2);
  return [...findFaulty(items.slice(0, middle), make), ...findFaulty(items.slice(middle), make)];
}

interface Adding<Item> {
  make: Make<Item, unknown>;
  lost: Lost<Item>[];
  attempts: { left: number };
}

/** Adds to sound items those of others with which they are still sound. */
function addSound<Item>(sound: Item[], others: readonly Item[], adding: Adding<Item>): Item[] {
  if (others.length === 0) return sound;
  const all = [...sound, ...others];
  const failed = errorOf(all, adding.make);
  if (!failed) return all;
  if (others.length === 1 || adding.attempts.left-- <= 0) {
    for (const item of others) adding.lost.push({ item, error: failed.error });
    return sound;
  }
  const middle = Math.ceil(others.length / 2);
  return addSound(addSound(sound, others.slice(0, middle), adding), others.slice(middle), adding);
}

/** What is thrown, in an object of its own: `undefined` can be thrown, too. */
function errorOf<Item>(items: readonly Item[], make: Make<Item, unknown>): { error: unknown } | undefined {
  try {
    make([...items]);
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Levels, names in one object, and values in all: no record has more, and each step of a request walks them all. */
export const bodyLimits = { depth: 100, names: 5_000, values: 20_000 };

/** How many values, and characters in texts and names, may still be looked at; `fitsInto` takes off what it has seen. */
export interface WalkBudget {
  values: number;
  characters: number;
}

/** Whether a value keeps to the limits of a body, with no more than `depth` levels, and within a budget; the walk ends where it does not. */
export function fitsInto(value: unknown, budget: WalkBudget, depth: number): boolean {
  budget.values--;
  if (typeof value === 'string') budget.characters -= value.length;
  if (budget.values < 0 || budget.characters < 0) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth <= 0) return false;
  if (Array.isArray(value)) return value.every((item) => fitsInto(item, budget, depth - 1));
  const entries = Object.entries(value);
  if (entries.length > bodyLimits.names) return false;
  return entries.every(([name, child]) => {
    budget.characters -= name.length;
    return fitsInto(child, budget, depth - 1);
  });
}

/** Whether a body that was put together has no more than one that is sent may have. */
export function isWithinLimits(body: unknown): boolean {
  const { values, depth } = bodyLimits;
  return fitsInto(body, { values, characters: Number.POSITIVE_INFINITY }, depth);
}

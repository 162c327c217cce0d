/** The smallest of 1, 2 and 5 times a power of ten that is not below any value: the top of a scale with round figures. */
export function topOf(values: readonly (number | null)[], least: number): number {
  const most = Math.max(least, ...values.map((value) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(most));
  const steps = [1, 2, 5, 10].map((step) => step * power);
  return steps.find((top) => top >= most) ?? most;
}

/** Splits a series where values are missing, into runs of their positions. */
export function runsOf(values: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** More values than a caller writes by hand. */
const many = 2000;

/** Whether a body has so many values that only its first fault is told: to look for all would stop other callers. */
export function isLarge(value: unknown): boolean {
  const waiting = [value];
  for (let count = 0; waiting.length > 0; count++) {
    if (count + waiting.length > many) return true;
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) waiting.push(part);
  }
  return false;
}

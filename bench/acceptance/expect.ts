import assert from 'node:assert/strict';
import type { Got } from './caller.ts';

/** Asserts a response's status and returns the response. */
export function answered(status: number, got: Got): Got {
  assert.equal(got.status, status, JSON.stringify(got.body).slice(0, 300));
  return got;
}

/** Asserts that all hold; the message names what does not. */
export function holds(facts: Record<string, boolean>): void {
  const broken = Object.keys(facts).filter((fact) => !facts[fact]);
  assert.deepEqual(broken, [], `not so: ${broken.join(', ')}`);
}

/** The values of headers that must be there. */
export function headersOf({ headers }: Got, ...names: string[]): string[] {
  return names.map((name) => {
    const value = headers.get(name);
    assert.ok(value !== null, `${name} is missing`);
    return value;
  });
}

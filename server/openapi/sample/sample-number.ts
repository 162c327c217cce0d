import type { Schema } from '../document-types.ts';

/** A number within the bounds of a schema; 0 if it fits. */
export function sampleNumber(schema: Schema, isInteger: boolean): number {
  const step = typeof schema.multipleOf === 'number' && schema.multipleOf > 0 ? schema.multipleOf : isInteger ? 1 : 0;
  const [low, high] = [lowerBound(schema), upperBound(schema)];
  const fits = (value: number) =>
    value >= low.value &&
    value <= high.value &&
    !(low.open && value === low.value) &&
    !(high.open && value === high.value);
  if (fits(0)) return 0;
  // Start at the bound closer to zero; one step inside if the bound is exclusive.
  const isAbove = low.value >= 0;
  const edge = isAbove ? low.value : high.value;
  if (step === 0) {
    if (fits(edge)) return edge;
    const inside = isAbove ? edge + 1 : edge - 1;
    return fits(inside) ? inside : (low.value + high.value) / 2;
  }
  const first = (isAbove ? Math.ceil(edge / step) : Math.floor(edge / step)) * step;
  const candidate = fits(first) ? first : first + (isAbove ? step : -step);
  // 3 × 0.1 is not exactly 0.3.
  return Number(candidate.toPrecision(12));
}

interface Bound {
  value: number;
  open: boolean;
}

function lowerBound({ minimum, exclusiveMinimum }: Schema): Bound {
  const closed = typeof minimum === 'number' ? minimum : Number.NEGATIVE_INFINITY;
  if (typeof exclusiveMinimum === 'number' && exclusiveMinimum >= closed)
    return { value: exclusiveMinimum, open: true };
  return { value: closed, open: exclusiveMinimum === true };
}

function upperBound({ maximum, exclusiveMaximum }: Schema): Bound {
  const closed = typeof maximum === 'number' ? maximum : Number.POSITIVE_INFINITY;
  if (typeof exclusiveMaximum === 'number' && exclusiveMaximum <= closed)
    return { value: exclusiveMaximum, open: true };
  return { value: closed, open: exclusiveMaximum === true };
}

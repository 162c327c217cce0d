import type { Schema } from '../document-types.ts';

type Exact = number | bigint;

/** A number within the bounds of a schema; 0 if it fits. */
export function sampleNumber(schema: Schema, isInteger: boolean): Exact {
  const multiple = schema.multipleOf as Exact | undefined;
  const step = isNumber(multiple) && multiple > 0 ? multiple : isInteger ? 1 : 0;
  const [low, high] = [lowerBound(schema), upperBound(schema)];
  const fits = (value: Exact) =>
    (low.open ? value > low.value : value >= low.value) && (high.open ? value < high.value : value <= high.value);
  if (fits(0)) return 0;
  // Start at the bound closer to zero; one step inside if the bound is exclusive.
  const isAbove = low.value >= 0;
  const edge = isAbove ? low.value : high.value;
  if (typeof edge === 'bigint' || typeof step === 'bigint') return exactly(edge, step, isAbove, fits);
  if (step === 0) {
    if (fits(edge)) return edge;
    const inside = isAbove ? edge + 1 : edge - 1;
    return fits(inside) ? inside : (Number(low.value) + Number(high.value)) / 2;
  }
  const first = (isAbove ? Math.ceil(edge / step) : Math.floor(edge / step)) * step;
  const candidate = fits(first) ? first : first + (isAbove ? step : -step);
  // 3 × 0.1 is not exactly 0.3.
  return Number(candidate.toPrecision(12));
}

/** Whether a schema takes a number, by its bounds and its step. */
export function takesNumber(schema: Schema, value: number): boolean {
  const { value: low, open: openBelow } = lowerBound(schema);
  const { value: high, open: openAbove } = upperBound(schema);
  const { multipleOf } = schema;
  const steps = isNumber(multipleOf) && multipleOf > 0 ? value / Number(multipleOf) : 0;
  return (
    (openBelow ? value > low : value >= low) &&
    (openAbove ? value < high : value <= high) &&
    (steps === Math.round(steps) || Math.abs(steps - Math.round(steps)) < 1e-9)
  );
}

/** The same beyond the integers that numbers hold. */
function exactly(edge: Exact, step: Exact, isAbove: boolean, fits: (value: Exact) => boolean): Exact {
  const size = Number.isInteger(step) || typeof step === 'bigint' ? BigInt(step) || 1n : 1n;
  const from = BigInt(typeof edge === 'bigint' ? edge : Math.trunc(edge));
  const rest = from % size;
  const inside = isAbove ? size : -size;
  const first = rest === 0n ? from : from - rest + inside;
  return fits(first) ? first : first + inside;
}

interface Bound {
  value: Exact;
  open: boolean;
}

function isNumber(value: unknown): value is Exact {
  return typeof value === 'number' || typeof value === 'bigint';
}

function lowerBound({ minimum, exclusiveMinimum }: Schema): Bound {
  const closed = isNumber(minimum) ? minimum : Number.NEGATIVE_INFINITY;
  if (isNumber(exclusiveMinimum) && exclusiveMinimum >= closed) return { value: exclusiveMinimum, open: true };
  return { value: closed, open: exclusiveMinimum === true };
}

function upperBound({ maximum, exclusiveMaximum }: Schema): Bound {
  const closed = isNumber(maximum) ? maximum : Number.POSITIVE_INFINITY;
  if (isNumber(exclusiveMaximum) && exclusiveMaximum <= closed) return { value: exclusiveMaximum, open: true };
  return { value: closed, open: exclusiveMaximum === true };
}

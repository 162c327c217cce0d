/*
 * JSON has integers of any length, JavaScript's numbers have 53 bits. Longer ones are BigInts here, and written with all their digits:
 * ids of 64 bits are common, and one that has changed by one is the id of another record.
 */

interface JsonWithSource {
  parse(text: string, reviver: (key: string, value: unknown, context?: { source?: string }) => unknown): unknown;
  rawJSON?(text: string): object;
}
const exact = JSON as unknown as JsonWithSource;

// Without this, JSON.stringify throws; with a replacer for each call, it takes ten times as long.
Object.defineProperty(BigInt.prototype, 'toJSON', {
  configurable: true,
  value(this: bigint) {
    // Browsers before 2025 neither read nor write the digits.
    return exact.rawJSON ? exact.rawJSON(String(this)) : Number(this);
  },
});

/** Whether a text may have a number that JavaScript's do not hold. */
export function mayHaveLongIntegers(text: string): boolean {
  return /\d{16}/.test(text);
}

/**
 * For JSON.parse: an integer that a number does not hold becomes a BigInt. One of more digits than any id has stays a number: a million of
 * them would take the event loop each time that they are read or written.
 */
export function keepLongIntegers(_key: string, value: unknown, { source = '' }: { source?: string } = {}): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d{1,40}$/.test(source)
    ? BigInt(source)
    : value;
}

/** Parses JSON; integers of more than 53 bits become BigInts. */
export function parseExactly(text: string): unknown {
  return mayHaveLongIntegers(text) ? exact.parse(text, keepLongIntegers) : JSON.parse(text);
}

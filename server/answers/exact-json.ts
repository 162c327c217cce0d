/** The integer that a text of digits stands for, exactly. */
export function readInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) || !/^[-+]?\d{1,40}$/.test(text) ? value : BigInt(text);
}

/** A value with numbers for BigInts, for code that knows only these; the value itself where it has none. */
export function withNumbers<Value>(value: Value): Value {
  if (typeof value === 'bigint') return Number(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(withNumbers);
    return items.every((item, index) => item === value[index]) ? value : (items as Value);
  }
  const entries = Object.entries(value);
  const read = entries.map(([key, child]) => [key, withNumbers(child)] as const);
  return read.every(([, child], index) => child === entries[index]?.[1]) ? value : (Object.fromEntries(read) as Value);
}

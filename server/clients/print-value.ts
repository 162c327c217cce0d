import { propertyName, quote } from './names.ts';

const widest = 110;

/** A value as JavaScript source, on one line if it fits. */
export function printValue(value: unknown, indent = '', before = indent.length): string {
  const flat = onOneLine(value);
  if (flat.length + before <= widest || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((each) => `${inner}${printValue(each, inner)},\n`)
    : entriesOf(value).map(
        ([name, each]) =>
          `${inner}${propertyName(name)}: ${printValue(each, inner, inner.length + name.length + 2)},\n`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join('')}${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = entriesOf(value).map(([name, each]) => `${propertyName(name)}: ${onOneLine(each)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined);
}

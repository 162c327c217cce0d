import { propertyName, quote } from '../names.ts';

/** One of several types, each once. */
export function union(types: string[]): string {
  const parts = [...new Set(types)];
  if (parts.includes('unknown')) return 'unknown';
  return parts.length > 0 ? parts.map((part) => (part.includes(' & ') ? grouped(part) : part)).join(' | ') : 'never';
}

/** In parentheses, if it would be read otherwise beside `&` or `[]`. */
export function grouped(type: string): string {
  return /[|&]/.test(withoutInner(type)) ? `(${type})` : type;
}

/** A type without what is in brackets, quotes and comments. */
function withoutInner(type: string): string {
  let text = type.replaceAll(/\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replaceAll(/\{[^{}]*\}|\([^()]*\)|\[[^[\]]*\]/g, '');
  }
  return text;
}

/** The type of one value. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([name, each]) => `${propertyName(name)}: ${literal(each)}`);
  return `{ ${entries.join('; ')} }`;
}

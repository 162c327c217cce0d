/** So many lines of a response are shown at most. */
const mostLines = 40;

/** Longer texts are cut. */
const longestText = 160;

/** Longer texts without a space are secrets, tokens or signatures: their start is enough. */
const longestToken = 48;

/** So many properties of an object inside a record are shown. */
const mostInside = 3;

export interface Shortened {
  /** Of a list, so many records are shown. */
  items?: number;
  /** Of a record in a list, so many properties are shown. */
  properties?: number;
  /** The only properties that are shown of a record. */
  only?: string[];
}

/** A JSON value as a page shows it: with `…` where something is left out. */
export function shortJson(value: unknown, { items = 1, properties = 8, only }: Shortened = {}): string {
  const text = JSON.stringify(shorten(value, { items, properties, only }), undefined, 2);
  const lines = text.replaceAll(/"…": "…"|"…"/g, '…').split('\n');
  return (lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), '…']).join('\n');
}

/** `most` is how many properties an object may show: any number, unless it is in a list. */
function shorten(value: unknown, options: Shortened, most = Number.POSITIVE_INFINITY): unknown {
  if (typeof value === 'string') return shortText(value);
  if (Array.isArray(value)) {
    const { items = 1, properties } = options;
    const shown = value.slice(0, items).map((item) => shorten(item, { ...options, items: 1 }, properties));
    return value.length > items ? [...shown, '…'] : shown;
  }
  if (typeof value !== 'object' || value === null) return value;
  const { only } = options;
  const entries = Object.entries(value);
  const isRecord = only !== undefined && entries.some(([name]) => only.includes(name));
  const chosen = isRecord ? entries.filter(([name]) => only.includes(name)) : entries.slice(0, most);
  // What is chosen is shown whole; around a list, the properties of its records are meant.
  const inner = isRecord ? { ...options, only: undefined } : options;
  const inside = most === Number.POSITIVE_INFINITY || isRecord ? most : mostInside;
  const shown = chosen.map(([name, part]) => [name, shorten(part, inner, inside)]);
  return Object.fromEntries(chosen.length < entries.length ? [...shown, ['…', '…']] : shown);
}

function shortText(text: string): string {
  const masked = text.replace(/^((?:sk|cs|whsec)_(?:(?:test|live)_)?)\S{12,}$/, '$1…');
  if (!/[\s:/]/.test(masked) && masked.length > longestToken) return `${masked.slice(0, longestToken / 2)}…`;
  return masked.length > longestText ? `${masked.slice(0, longestText)}…` : masked;
}

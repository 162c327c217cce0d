import type { TextRecipe, ValueRecipe } from './recipe.ts';

/** Below one MiB, the server's limit. */
const largest = 1024 * 1024 - 300;

/** Writes a text of at most so many bytes. */
export function writeText({ of, times, end }: TextRecipe, most: number): string {
  const size = Math.max(1, Buffer.byteLength(of));
  return (of.repeat(Math.max(0, Math.min(times, Math.floor((most - Buffer.byteLength(end)) / size)))) + end).slice(
    0,
    most,
  );
}

/** Writes a value as JSON of at most about one MiB; `example` is what the document gives for the operation. */
export function writeJson(recipe: ValueRecipe, example: unknown, most = largest): string {
  switch (recipe.kind) {
    case 'raw':
      return recipe.raw.slice(0, most);
    case 'text':
      return `"${writeText(recipe.text, most - 2)}"`;
    case 'list': {
      const items = recipe.items.map((item) => writeJson(item, example, most - 2));
      return `[${repeat(recipe.times, most - 2, (index) => numbered(items[index % items.length] ?? '', index))}]`;
    }
    case 'object': {
      const fields = recipe.fields.map(
        ([name, value]) => `"${writeText(name, 2000)}":${writeJson(value, example, most - 2)}`,
      );
      const count = recipe.times * fields.length;
      return `{${repeat(count, most - 2, (index) => numbered(fields[index % fields.length] ?? '', index))}}`;
    }
    case 'nested': {
      const [open, close] = recipe.name === undefined ? ['[', ']'] : [`{"${recipe.name}":`, '}'];
      const levels = Math.max(0, Math.min(recipe.levels, Math.floor(most / 4 / open.length)));
      return open.repeat(levels) + writeJson(recipe.inner, example, most / 2) + close.repeat(levels);
    }
    case 'example':
      return replaced(example, recipe.place, writeJson(recipe.value, undefined, most / 2));
  }
}

/** Joins as many parts as are wanted and fit. */
function repeat(times: number, most: number, part: (index: number) => string): string {
  const parts: string[] = [];
  let left = most;
  for (let index = 0; index < times; index++) {
    const next = part(index);
    left -= next.length + 1;
    if (left < 0) break;
    parts.push(next);
  }
  return parts.join();
}

function numbered(text: string, index: number): string {
  return text.includes('#') ? text.replaceAll('#', String(index)) : text;
}

/** The example with its nth value, in order of writing, replaced by a JSON text. */
function replaced(example: unknown, place: number, json: string): string {
  const text = JSON.stringify(example ?? {});
  const values = [...text.matchAll(/(?<=[:[,])("(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])/g)];
  const at = values[place % Math.max(1, values.length)];
  return at ? text.slice(0, at.index) + json + text.slice(at.index + at[0].length) : json;
}

/** The same value as a form: `a[b]=1`. */
export function writeForm(json: string): string {
  const pairs: string[] = [];
  let length = 0;
  const walk = (name: string, value: unknown): void => {
    if (length > largest) return;
    if (typeof value === 'object' && value !== null) {
      const isList = Array.isArray(value);
      for (const [key, part] of Object.entries(value)) walk(name ? `${name}[${isList ? '' : key}]` : key, part);
      return;
    }
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
    length += pair.length + 1;
    pairs.push(pair);
  };
  walk('', parsed(json));
  return pairs.join('&').slice(0, largest);
}

/** The same value as XML. */
export function writeXml(json: string): string {
  const parts: string[] = [];
  const walk = (name: string, value: unknown): void => {
    if (parts.length > 60_000) return;
    if (Array.isArray(value)) for (const part of value) walk(name, part);
    else if (typeof value === 'object' && value !== null) {
      parts.push(`<${name}>`);
      for (const [key, part] of Object.entries(value)) walk(/^[a-z_][\w.-]*$/i.test(key) ? key : 'e', part);
      parts.push(`</${name}>`);
    } else parts.push(`<${name}>${String(value).replaceAll('<', '&lt;')}</${name}>`);
  };
  walk('customer', parsed(json));
  return parts.join('').slice(0, largest);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

import type { EnumText } from '../../src/documents/operation-data.ts';
import { firstParagraph } from './render-markdown.ts';

type Node = Record<string, unknown>;

/** What generators of documents and of clients say of the values of an enum, as a list or by value. */
const descriptions = ['x-enumDescriptions', 'x-enum-descriptions'];
const names = ['x-enum-varnames', 'x-enumNames'];

/** The texts and names of an enum's values, for those that have any. */
export function enumTexts(schema: Node, render: (markdown: string) => string): EnumText[] {
  const { enum: values } = schema;
  if (!Array.isArray(values)) return [];
  return values.flatMap((value, index) => {
    const text = findText(schema, descriptions, value, index);
    const name = findText(schema, names, value, index);
    if (text === undefined && (name === undefined || name === String(value))) return [];
    return [{ value, ...(name !== undefined && { name }), ...(text !== undefined && { text: render(text) }) }];
  });
}

function findText(schema: Node, keywords: string[], value: unknown, index: number): string | undefined {
  for (const keyword of keywords) {
    const given = schema[keyword];
    if (typeof given !== 'object' || given === null) continue;
    const key = Array.isArray(given) ? String(index) : String(value);
    const text = Object.hasOwn(given, key) ? (given as Node)[key] : undefined;
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return undefined;
}

/** The address of further documentation, and a line about it. */
export function readDocs(docs: unknown): { url?: string; description?: string } {
  const { url, description } = (docs ?? {}) as Node;
  return {
    ...(typeof url === 'string' && { url }),
    ...(typeof description === 'string' && { description: firstParagraph(description) }),
  };
}

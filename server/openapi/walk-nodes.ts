import { holdNamed } from './schema-keywords.ts';

/** What holds its contents by names of the author's choice; a name is no keyword, whatever it is. */
const maps = new Set([
  ...holdNamed,
  'schemas',
  'responses',
  'parameters',
  'headers',
  'requestBodies',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'mediaTypes',
  'paths',
  'content',
  'webhooks',
  'encoding',
  'examples',
]);
const data = new Set(['example', 'default', 'const', 'enum', 'value', 'dataValue']);

/** Whether a key holds data or is an extension: what looks like a reference there is none. A list of examples is one of values. */
export function skips(key: string, child: unknown): boolean {
  return data.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(child));
}

/** A node of a document whose keys are keywords of the specification, not names, and the way to it. */
type Visit = (node: Record<string, unknown>, path: string[]) => void;

/** Visits the nodes of a document from the outside in; data (examples, defaults), extensions, and what maps are is skipped. */
export function walkNodes(document: unknown, visit: Visit): void {
  const walk = (node: unknown, path: string[], inMap: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) walk(item, [...path, String(index)], false);
      return;
    }
    if (!inMap) visit(node as Record<string, unknown>, path);
    for (const [key, child] of Object.entries(node)) {
      if (inMap) walk(child, [...path, key], false);
      else if (!skips(key, child)) walk(child, [...path, key], maps.has(key));
    }
  };
  walk(document, [], false);
}

/** A node as it is to be, and what those inside it are to know. */
export interface Changed<Context> {
  node: Record<string, unknown>;
  context: Context;
}

/** A copy of a document with its nodes changed from the outside in; what is skipped is as it was. */
export function mapNodes<Context>(
  document: unknown,
  start: { at: readonly string[]; context: Context },
  change: (node: Record<string, unknown>, path: readonly string[], context: Context) => Changed<Context>,
): unknown {
  const copy = (node: unknown, path: readonly string[], inMap: boolean, outer: Context): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map((item, index) => copy(item, [...path, String(index)], false, outer));
    const named = node as Record<string, unknown>;
    const { node: own, context } = inMap ? { node: named, context: outer } : change(named, path, outer);
    return Object.fromEntries(
      Object.entries(own).map(([key, child]) => {
        if (inMap) return [key, copy(child, [...path, key], false, context)];
        return [key, skips(key, child) ? child : copy(child, [...path, key], maps.has(key), context)];
      }),
    );
  };
  return copy(document, start.at, false, start.context);
}

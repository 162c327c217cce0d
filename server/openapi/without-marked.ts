import type { OpenApiDocument } from './document-types.ts';

export type Node = Record<string, unknown>;

/**
 * A document without the objects that are marked somehow, such as by `x-feature` with a feature that is off: entries of maps and
 * lists, and what `required` and examples say of properties among them.
 */
export function withoutMarked(document: OpenApiDocument, isMarked: (node: Node) => boolean): OpenApiDocument {
  const lost = new Set<string>();
  const isLost = (value: unknown) => isNode(value) && isMarked(value);
  const left = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isLost(item)).map(left);
    if (!isNode(value)) return value;
    const gone = Object.keys(isNode(value.properties) ? value.properties : {}).filter((name) =>
      isLost((value.properties as Node)[name]),
    );
    for (const name of gone) lost.add(name);
    const entries = Object.entries(value).filter(([, child]) => !isLost(child));
    return Object.fromEntries(
      entries.map(([name, child]) =>
        name === 'required' && Array.isArray(child)
          ? [name, child.filter((each) => !gone.includes(each))]
          : [name, left(child)],
      ),
    );
  };
  const marked = left(document);
  return (lost.size > 0 ? withoutMembers(marked, lost, false) : marked) as OpenApiDocument;
}

/** Takes members out of examples, which is where the names of properties are names of members. */
function withoutMembers(value: unknown, names: ReadonlySet<string>, inExample: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutMembers(item, names, inExample));
  if (!isNode(value)) return value;
  const entries = Object.entries(value).filter(([name]) => !inExample || !names.has(name));
  return Object.fromEntries(
    entries.map(([name, child]) => [
      name,
      withoutMembers(child, names, inExample || name === 'example' || name === 'examples'),
    ]),
  );
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { pointerOf, pointerSegments } from '../faults.ts';
import { findAt } from '../resolve.ts';
import { holdNamed } from '../schema-keywords.ts';
import { walkNodes } from '../walk-nodes.ts';

/** A document, or a schema in it that has names of its own (JSON Schema 2020-12, 4.3.5), by the way to it. */
export interface Resource {
  at: string[];
  /** What pointers in its references begin at: a schema without `$id` is part of its document. */
  root: string[];
  base: string;
  anchors: Map<string, string[]>;
  dynamicAnchors: Map<string, string[]>;
}

export interface Resources {
  document: Resource;
  /** The resource that begins at a place, if one does. */
  beginningAt(at: readonly string[]): Resource | undefined;
  /** The innermost resource around a place. */
  around(at: readonly string[]): Resource;
  /** The way to what a reference in a resource leads to; undefined where that is not in the document. */
  find(reference: string, from: Resource): string[] | undefined;
}

/** A base that no reference names; only relative references can lead to it. */
export const ownBase = 'document:///own/document';

/** Finds all resources of a document, and their anchors. */
export function listResources(value: unknown): Resources {
  const { $self } = (value ?? {}) as { $self?: unknown };
  const documentBase = (typeof $self === 'string' && URL.parse($self, ownBase)?.href.split('#')[0]) || ownBase;
  const create = (at: string[], root: string[], base: string): Resource => {
    const resource = { at, root, base, anchors: new Map(), dynamicAnchors: new Map() };
    byPlace.set(pointerOf(at), resource);
    return resource;
  };
  const byPlace = new Map<string, Resource>();
  const document = create([], [], documentBase);
  const byBase = new Map([[documentBase, document]]);

  function around(at: readonly string[]): Resource {
    for (let length = at.length; length > 0; length--) {
      const found = byPlace.get(pointerOf(at.slice(0, length)));
      if (found) return found;
    }
    return document;
  }

  walkNodes(value, (node, at) => {
    const { $id } = node;
    const base = typeof $id === 'string' && !$id.startsWith('#') ? URL.parse($id, around(at).base)?.href : undefined;
    if (base !== undefined) {
      const resource = at.length === 0 ? Object.assign(document, { base }) : create(at, at, base);
      if (!byBase.has(base)) byBase.set(base, resource);
    } else if (beginsSchema(at)) create(at, around(at).root, around(at).base);
    const resource = around(at);
    const names = [node.$anchor, node.$dynamicAnchor, typeof $id === 'string' && /^#(.+)/.exec($id)?.[1]];
    for (const name of names) {
      if (typeof name !== 'string') continue;
      for (const holder of [resource, byBase.get(resource.base)])
        if (holder && !holder.anchors.has(name)) holder.anchors.set(name, at);
    }
    if (typeof node.$dynamicAnchor === 'string') resource.dynamicAnchors.getOrInsert(node.$dynamicAnchor, at);
  });

  function find(reference: string, from: Resource): string[] | undefined {
    const url = URL.parse(reference, from.base);
    if (!url || reference === '') return undefined;
    const fragment = decode(url.hash.slice(1));
    url.hash = '';
    const named = byBase.get(url.href.replace(/#$/, ''));
    if (!named) return undefined;
    const resource = from.base === named.base ? from : named;
    if (!/^(\/|$)/.test(fragment)) return resource.anchors.get(fragment) ?? named.anchors.get(fragment);
    // Many a schema has an `$id` by mistake, and refers to its document in spite of it.
    const ways = [resource.root, []].map((root) => [...root, ...pointerSegments(fragment)]);
    return ways.find((way) => findAt(value, way) !== undefined);
  }

  return { document, beginningAt: (at) => byPlace.get(pointerOf(at)), around, find };
}

/** Whether the schema of a component, a parameter or a body begins at a place: what it names is not meant for others. */
function beginsSchema(at: readonly string[]): boolean {
  const [first, second] = at;
  if (first === 'components' && second === 'schemas') return at.length === 3;
  return /^(schema|itemSchema)$/.test(at.at(-1) ?? '') && at.length > 1 && !holdNamed.has(at.at(-2) ?? '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

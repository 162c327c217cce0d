import { pointerOf } from '../faults.ts';
import { findAt, referenceTo } from '../resolve.ts';
import { findVersion } from '../version-of.ts';
import { mapNodes } from '../walk-nodes.ts';
import { changeReferences } from './change-references.ts';
import { createDynamicNames, nameOf } from './dynamic-names.ts';
import { listResources, ownBase, type Resource } from './resources.ts';

type Node = Record<string, unknown>;
/** What dynamic anchors stand for, by name: the outermost schema on the way of references decides (JSON Schema 2020-12, 8.2.3.2). */
type Bindings = ReadonlyMap<string, string[]>;

interface Scope {
  resource: Resource;
  bindings: Bindings;
}

interface Copy extends Scope {
  at: string[];
}

/** Beyond so many uses of templates, references lead to what stands beside them. */
const mostCopies = 1000;

/** Whether a file may have what `withPointers` reads. */
export function mayHaveNames(text: string): boolean {
  return /\$(id|self|anchor|dynamicAnchor|dynamicRef)\b/.test(text);
}

/** A document, and its anchors as JSON pointers. */
export interface WithPointers {
  value: unknown;
  anchors: ReadonlyMap<string, string>;
}

/**
 * Turns references by `$id`, `$self`, `$anchor` and `$dynamicAnchor` into those by JSON pointers, so that nothing else has to know the
 * others. A template that is used with other schemas than its own becomes a schema for each use.
 */
export function withPointers(value: unknown): WithPointers {
  const resources = listResources(value);
  const namesOf = createDynamicNames(value, resources);
  const version = findVersion(value);
  const section = version ? ['components', 'schemas'] : ['$defs'];
  const copies = new Map<string, Copy>();
  const waiting: Copy[] = [];

  /** What the names that a resource depends on stand for, where it is referred to. */
  function bind(resource: Resource, outer: Bindings): Map<string, string[]> {
    return new Map(
      namesOf(resource).flatMap((name) => {
        const place = outer.get(name) ?? resource.dynamicAnchors.get(name);
        return place ? [[name, place]] : [];
      }),
    );
  }

  function keyOf(bindings: Bindings): string {
    return JSON.stringify([...bindings]);
  }

  /** The way to a place, or to it in the copy of its resource that these bindings need. */
  function placeWith(place: string[], outer: Bindings): string[] {
    const resource = resources.around(place);
    const bindings = bind(resource, outer);
    const isPlain = resource === resources.document || keyOf(bindings) === keyOf(bind(resource, new Map()));
    if (isPlain) return place;
    const key = `${pointerOf(resource.at)} ${keyOf(bindings)}`;
    if (!copies.has(key) && copies.size < mostCopies) {
      const copy = { resource, bindings, at: [...section, freeName(resource, bindings)] };
      copies.set(key, copy);
      waiting.push(copy);
    }
    const copy = copies.get(key);
    return copy ? [...copy.at, ...place.slice(resource.at.length)] : place;
  }

  function freeName(resource: Resource, bindings: Bindings): string {
    const user = resources.around([...bindings.values()][0] ?? []);
    const base = [user, resource].map(({ at }) => at.at(-1) ?? 'schema').join('.');
    const taken = new Set([...copies.values()].map(({ at }) => at.at(-1)));
    const isTaken = (name: string) => taken.has(name) || findAt(value, [...section, name]) !== undefined;
    let name = base;
    for (let number = 2; isTaken(name); number++) name = `${base}${number}`;
    return name;
  }

  function write(root: unknown, at: readonly string[], scope: Scope): unknown {
    return mapNodes(root, { at, context: scope }, (node, own, outer) => {
      const inner = resources.beginningAt(own);
      const isInner = inner && inner !== outer.resource;
      const context = isInner ? { resource: inner, bindings: bind(inner, outer.bindings) } : outer;
      return { node: changeReferences(node, (...reference) => change(reference, context)), context };
    });
  }

  function change([reference, isDynamic]: [string, boolean], { resource, bindings }: Scope): string {
    const lexical = resources.find(reference, resource);
    const name = nameOf(reference);
    const isBound = isDynamic && (!lexical || resources.around(lexical).dynamicAnchors.get(name) === lexical);
    const place = (isBound ? bindings.get(name) : undefined) ?? lexical;
    return place ? referenceTo(placeWith(place, bindings)) : inOwnFolder(reference, resource);
  }

  /** The address of a file beside the document is that file. */
  function inOwnFolder(reference: string, { base }: Resource): string {
    const folder = new URL('.', resources.document.base).href;
    const url = base === ownBase ? undefined : URL.parse(reference, base)?.href;
    return url?.startsWith(folder) && URL.canParse(reference) ? url.slice(folder.length) : reference;
  }

  const { document } = resources;
  // A document is no schema that others are used in; a file of a schema is one.
  const written = write(value, [], { resource: document, bindings: version ? new Map() : bind(document, new Map()) });
  for (let copy = waiting.pop(); copy; copy = waiting.pop())
    set(written as Node, copy.at, write(findAt(value, copy.resource.at), copy.resource.at, copy));
  const anchors = new Map([...document.anchors].map(([name, at]) => [name, pointerOf(at)]));
  return { value: written, anchors };
}

function set(value: Node, [name = '', ...rest]: string[], child: unknown): void {
  if (rest.length === 0) value[name] = child;
  else {
    value[name] ??= {};
    set(value[name] as Node, rest, child);
  }
}

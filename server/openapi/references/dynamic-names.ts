import { walkNodes } from '../walk-nodes.ts';
import type { Resource, Resources } from './resources.ts';

/** The names of dynamic anchors that a resource depends on: by its own references, and by those of what it refers to. */
export function createDynamicNames(value: unknown, resources: Resources): (resource: Resource) => readonly string[] {
  const own = new Map<Resource, Set<string>>();
  const referredBy = new Map<Resource, Set<Resource>>();
  walkNodes(value, (node, at) => {
    const resource = resources.around(at);
    const outer = resources.beginningAt(at) && at.length > 0 ? resources.around(at.slice(0, -1)) : undefined;
    if (outer && outer !== resources.document) referredBy.getOrInsertComputed(resource, () => new Set()).add(outer);
    for (const reference of [node.$ref, node.$dynamicRef]) {
      const target = typeof reference === 'string' ? resources.find(reference, resource) : undefined;
      if (target) referredBy.getOrInsertComputed(resources.around(target), () => new Set()).add(resource);
    }
    if (typeof node.$dynamicRef === 'string')
      own.getOrInsertComputed(resource, () => new Set()).add(nameOf(node.$dynamicRef));
  });
  const all = new Map([...own].map(([resource, names]) => [resource, new Set(names)]));
  const waiting = [...own].flatMap(([resource, names]) => [...names].map((name) => ({ resource, name })));
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const referring of referredBy.get(next.resource) ?? []) {
      const known = all.getOrInsertComputed(referring, () => new Set());
      if (known.has(next.name)) continue;
      known.add(next.name);
      waiting.push({ resource: referring, name: next.name });
    }
  return (resource) => [...(all.get(resource) ?? [])].sort();
}

/** The anchor that a reference names. */
export function nameOf(reference: string): string {
  return reference.split('#')[1] ?? '';
}

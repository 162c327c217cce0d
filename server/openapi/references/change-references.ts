type Node = Record<string, unknown>;

const names = new Set(['$id', '$anchor', '$dynamicAnchor', '$dynamicRef']);

/** A node with its references changed, and without names of its own; a dynamic reference becomes an ordinary one. */
export function changeReferences(node: Node, change: (reference: string, isDynamic: boolean) => string): Node {
  const entries = Object.entries(node).filter(([key, value]) => !names.has(key) || typeof value !== 'string');
  const changed: Node = Object.fromEntries(entries);
  if (typeof node.$ref === 'string') changed.$ref = change(node.$ref, false);
  const { mapping } = (node.discriminator ?? {}) as { mapping?: Record<string, unknown> };
  if (typeof mapping === 'object' && mapping !== null)
    changed.discriminator = {
      ...(node.discriminator as Node),
      mapping: Object.fromEntries(
        Object.entries(mapping).map(([key, value]) => [
          key,
          typeof value === 'string' && /[#/]/.test(value) ? change(value, false) : value,
        ]),
      ),
    };
  if (typeof node.$dynamicRef !== 'string') return changed;
  const $ref = change(node.$dynamicRef, true);
  if (changed.$ref === undefined) return { $ref, ...changed };
  return { ...changed, allOf: [...(Array.isArray(changed.allOf) ? changed.allOf : []), { $ref }] };
}

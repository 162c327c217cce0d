import { query } from 'jsonpath-rfc9535';

export interface Overlay {
  overlay: string;
  actions: { target: string; update?: unknown; remove?: boolean }[];
}

/** Why an action, by its index, cannot be applied. */
export interface OverlayError {
  action: number;
  message: string;
}

/**
 * Applies an OpenAPI Overlay 1.0 document to a copy: `update` deep-merges objects and appends to arrays. Actions that cannot be
 * applied are left out.
 */
export function applyOverlay<T>(document: T, overlay: Overlay): { value: T; errors: OverlayError[] } {
  const value = structuredClone(document);
  const errors = overlay.actions.flatMap((action, index) => {
    try {
      applyAction(value, action);
      return [];
    } catch (error) {
      return [{ action: index, message: (error as Error).message }];
    }
  });
  return { value, errors };
}

function applyAction(document: unknown, { target, update, remove }: Overlay['actions'][number]): void {
  const nodes = query(document as never, target) as unknown[];
  if (nodes.length === 0) throw new Error(`The overlay's target ${target} matches nothing.`);
  for (const node of nodes) {
    if (remove) removeNode(document, node);
    else merge(node, update);
  }
}

function merge(target: unknown, update: unknown): void {
  if (Array.isArray(target)) {
    target.push(...(Array.isArray(update) ? update : [update]));
    return;
  }
  if (!isObject(target) || !isObject(update)) throw new Error('An overlay can only update objects and arrays.');
  for (const [key, value] of Object.entries(update)) {
    const current = target[key];
    if ((isObject(current) && isObject(value)) || Array.isArray(current)) merge(current, value);
    else target[key] = structuredClone(value);
  }
}

function removeNode(root: unknown, node: unknown): void {
  if (typeof root !== 'object' || root === null) return;
  for (const [key, child] of Object.entries(root)) {
    if (child !== node) removeNode(child, node);
    else if (Array.isArray(root)) root.splice(Number(key), 1);
    else delete (root as Record<string, unknown>)[key];
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { query } from 'jsonpath-rfc9535';

export interface Overlay {
  overlay: string;
  actions: { target: string; update?: unknown; remove?: boolean }[];
}

/** An overlay action that cannot be applied, by its index. */
export class OverlayError extends Error {
  override name = 'OverlayError';
  readonly action: number;

  constructor(action: number, message: string) {
    super(message);
    this.action = action;
  }
}

/** Applies an OpenAPI Overlay 1.0 document to a copy: `update` deep-merges objects and appends to arrays; throws OverlayError. */
export function applyOverlay<T>(document: T, overlay: Overlay): T {
  const result = structuredClone(document);
  overlay.actions.forEach((action, index) => {
    try {
      applyAction(result, action);
    } catch (error) {
      throw new OverlayError(index, (error as Error).message);
    }
  });
  return result;
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

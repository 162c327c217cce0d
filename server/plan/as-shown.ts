import { withoutInternal } from '../openapi/without-internal.ts';
import type { ServedApi } from './served-api.ts';

/** A served API as strangers see it (`withoutInternal`): for what is written of it, while it goes on serving all. */
export function asShown(api: ServedApi): ServedApi {
  const shown = withoutInternal(api);
  if (shown === api) return api;
  const byPointer = new Map(shown.operations.map((operation) => [operation.pointer, operation]));
  const operations = new Map(
    [...api.plan.operations].flatMap(([whole, plan]) => {
      const operation = byPointer.get(whole.pointer);
      if (!operation) return [];
      const left = new Set(operation.parameters.map(({ name }) => name));
      const lost = new Set(whole.parameters.map(({ name }) => name).filter((name) => !left.has(name)));
      const filters = Object.fromEntries(Object.entries(plan.filters).filter(([name]) => !lost.has(name)));
      return [[operation, { ...plan, operation, filters }] as const];
    }),
  );
  return Object.defineProperty(shown, 'plan', { value: { ...api.plan, operations }, enumerable: true });
}

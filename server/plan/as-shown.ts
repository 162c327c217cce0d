import { withoutInternal } from '../openapi/without-internal.ts';
import type { ServedApi } from './served-api.ts';

/** A served API as strangers see it (`withoutInternal`): for what is written of it, while it goes on serving all. */
export function asShown(api: ServedApi): ServedApi {
  const shown = withoutInternal(api);
  if (shown === api) return api;
  const byPointer = new Map(shown.operations.map((operation) => [operation.pointer, operation]));
  const operations = new Map(
    [...api.plan.operations].flatMap(([{ pointer }, plan]) => {
      const operation = byPointer.get(pointer);
      return operation ? [[operation, { ...plan, operation }] as const] : [];
    }),
  );
  return Object.defineProperty(shown, 'plan', { value: { ...api.plan, operations }, enumerable: true });
}

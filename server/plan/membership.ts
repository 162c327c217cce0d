import type { Operation } from '../openapi/operations.ts';
import { successOf } from './success-response.ts';

/** Whether GET only says by its status whether there is something, which PUT or POST puts there: `/starred/{repo}`. */
export function isMembership(own: Operation[]): boolean {
  const get = own.find(({ method }) => method === 'get');
  const { status, mediaType } = get ? successOf(get) : {};
  return (
    get !== undefined &&
    status === 204 &&
    mediaType === undefined &&
    own.some(({ method }) => /^(put|post)$/.test(method))
  );
}

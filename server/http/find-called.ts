import type { Context } from '../context.ts';
import { placeOfApi } from '../openapi/place-of-api.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { findApi, pathBelow } from './find-api.ts';

/** An API that is called, and the path below its address, with a leading slash; undefined where it is not below it. */
interface Called {
  api: ServedApi;
  below: string | undefined;
}

/**
 * The API of an address below `/platform` or `/sandbox`. Any other address is of the API at the root, with or without the path that
 * its document's server has.
 */
export function findCalled(context: Context, { url }: { url: string }): Called | undefined {
  const [path = ''] = url.split('?', 1);
  const { root } = context;
  if (!/^\/(platform|sandbox)(\/|$)/.test(path))
    return root && { api: root.api, below: pathBelow(root.path, path) ?? path };
  const api = findApi(context, url);
  return api && { api, below: pathBelow(root?.api === api ? placeOfApi(api) : api.basePath, path) };
}

import type { Context } from '../context.ts';
import { placeOfApi } from '../openapi/place-of-api.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { findApi, pathBelow } from './find-api.ts';

/** An API that is called, and the path below its address, with a leading slash; undefined where it is not below it. */
interface Called {
  api: ServedApi;
  below: string | undefined;
}

/** Where a request was sent: its address, and the connection that it came by. */
interface Sent {
  url: string;
  socket: { localPort?: number };
}

/**
 * The API of an address below `/platform` or `/sandbox`. Any other address is of the API at the root of the port, with or without the
 * path that its document's server has.
 */
export function findCalled(context: Context, { url, socket }: Sent): Called | undefined {
  const [path = ''] = url.split('?', 1);
  if (!/^\/(platform|sandbox)(\/|$)/.test(path)) return findAtRoot(context, path, socket.localPort);
  const api = findApi(context, url);
  if (!api) return undefined;
  const below = pathBelow(api.basePath, path);
  const isAtRoot = context.roots?.everywhere?.api === api;
  return { api, below: below === undefined && isAtRoot ? pathBelow(placeOfApi(api), path) : below };
}

function findAtRoot({ roots }: Context, path: string, port: number | undefined): Called | undefined {
  const root = roots?.byPort.get(port ?? 0) ?? roots?.everywhere;
  return root && { api: root.api, below: pathBelow(root.path, path) ?? path };
}

import type { FastifyRequest } from 'fastify';
import { Refusal } from '../answers/refusal.ts';
import type { Context } from '../context.ts';
import { isShownTo } from '../net/local-caller.ts';
import { showFault } from '../openapi/isolation/show-fault.ts';
import { placeOfApi } from '../openapi/place-of-api.ts';
import type { ServedApi } from '../plan/served-api.ts';

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
 * The API of an address, by its first segments: `/platform/…`, `/sandbox/<slug>/…`. Any other address is of the API at the root of
 * the port, with or without the path that its document's server has.
 */
export function findCalled(context: Context, { url, socket }: Sent): Called | undefined {
  const [path = ''] = url.split('?', 1);
  const slug = findSlug(url);
  if (slug === undefined) return findAtRoot(context, path, socket.localPort);
  const api = context.apis.get(slug);
  if (!api) return undefined;
  const below = pathBelow(api.basePath, path);
  const isAtRoot = context.roots?.everywhere?.api === api;
  return { api, below: below === undefined && isAtRoot ? pathBelow(placeOfApi(api), path) : below };
}

function findAtRoot({ roots }: Context, path: string, port: number | undefined): Called | undefined {
  const root = roots?.byPort.get(port ?? 0) ?? roots?.everywhere;
  return root && { api: root.api, below: pathBelow(root.path, path) ?? path };
}

function pathBelow(basePath: string, path: string): string | undefined {
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

/** Refuses an address without an API, or of an API that is left out: why is for the operator. */
export function refuseApi({ apis, faults, config }: Context, { url, headers, socket }: FastifyRequest): Refusal {
  const slug = findSlug(url) ?? '';
  const own = faults.ofLost(slug);
  if (own.length > 0) {
    if (!isShownTo(config.faultDetails, { address: socket.remoteAddress, headers }))
      return new Refusal('faulty_document', {
        en: 'Its provider has to correct it. The other APIs of this portal work.',
        pt: 'Quem a fornece precisa corrigi-la. As outras APIs deste portal funcionam.',
      });
    const list = (language: 'en' | 'pt') =>
      own
        .map((fault) => showFault(fault, language))
        .map(({ file, line, message, remedy }) => `${file}:${line} ${message} ${remedy}`)
        .join(' ');
    return new Refusal('faulty_document', {
      en: `Fix this and restart the server: ${list('en')}`,
      pt: `Corrija isto e reinicie o servidor: ${list('pt')}`,
    });
  }
  const sandboxes = [...apis.values()].filter(({ isPlatform }) => !isPlatform);
  const slugs = sandboxes.map((api) => api.slug).join(', ');
  return new Refusal('no_such_path', {
    en: `There is no API "${slug}" here. The APIs are ${slugs}.`,
    pt: `Não há uma API "${slug}" aqui. As APIs são ${slugs}.`,
  });
}

/** The portal's own API is no sandbox. */
function findSlug(url: string): string | undefined {
  const [, place, slug = ''] = url.split(/[/?]/, 3);
  if (place === 'platform') return 'platform';
  if (place !== 'sandbox') return undefined;
  return slug === 'platform' ? '' : slug;
}

import { Refusal } from '../answers/refusal.ts';
import type { Context } from '../context.ts';
import { describeFault } from '../openapi/faults.ts';
import { placeOfApi } from '../openapi/place-of-api.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** An API that is called, and the path below its address, with a leading slash; undefined where it is not below it. */
interface Called {
  api: ServedApi;
  below: string | undefined;
}

/**
 * The API of an address, by its first segments: `/platform/…`, `/sandbox/<slug>/…`. Any other address is of the API at the root,
 * with or without the path that its document's server has.
 */
export function findCalled({ apis, apiAtRoot }: Context, url: string): Called | undefined {
  const [path = ''] = url.split('?', 1);
  const slug = findSlug(url);
  const api = slug === undefined ? apiAtRoot : apis.get(slug);
  if (!api) return undefined;
  if (api !== apiAtRoot) return { api, below: pathBelow(api.basePath, path) };
  const bases = [api.basePath, placeOfApi(api)].sort((a, b) => b.length - a.length);
  return { api, below: bases.map((base) => pathBelow(base, path)).find((below) => below !== undefined) ?? path };
}

function pathBelow(basePath: string, path: string): string | undefined {
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

/** Refuses an address without an API, or of an API whose document has faults. */
export function refuseApi({ apis, faulty }: Context, url: string): Refusal {
  const slug = findSlug(url) ?? '';
  const faults = faulty.get(slug);
  if (faults) {
    const list = (language: 'en' | 'pt') => faults.map((fault) => describeFault(fault, language)).join(' ');
    return new Refusal('faulty_document', {
      en: `Fix the document and restart the server: ${list('en')}`,
      pt: `Corrija o documento e reinicie o servidor: ${list('pt')}`,
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

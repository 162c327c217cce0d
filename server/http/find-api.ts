import { Refusal } from '../answers/refusal.ts';
import type { Context } from '../context.ts';
import { describeFault } from '../openapi/faults.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** The API of an address, by its first segments: `/platform/…`, `/sandbox/<slug>/…`. */
export function findApi({ apis }: Context, url: string): ServedApi | undefined {
  return apis.get(slugOf(url));
}

/** The path below an API's base path, with a leading slash; undefined where it is not below it. */
export function pathBelow(basePath: string, path: string): string | undefined {
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

/** Refuses an address without an API, or of an API whose document has faults. */
export function refuseApi({ apis, faulty }: Context, url: string): Refusal {
  const slug = slugOf(url);
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
function slugOf(url: string): string {
  const [, place, slug = ''] = url.split(/[/?]/, 3);
  return place === 'platform' ? 'platform' : slug === 'platform' ? '' : slug;
}

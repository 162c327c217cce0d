import type { FastifyRequest } from 'fastify';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { inEachLanguage } from '../answers/texts.ts';
import type { Context } from '../context.ts';
import { isLocalCaller, isShownTo } from '../net/local-caller.ts';
import { showFault } from '../openapi/isolation/show-fault.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** The API of an address, by its first segments: `/platform/…`, `/sandbox/<slug>/…`. */
export function findApi({ apis, features }: Context, url: string): ServedApi | undefined {
  return features.sandbox ? apis.get(slugOf(url)) : undefined;
}

/** The path below an API's base path, with a leading slash; undefined where it is not below it. */
export function pathBelow(basePath: string, path: string): string | undefined {
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

/** Refuses an address without an API, or of an API that is left out: why is for the operator. */
export function refuseApi(
  { apis, faults, config, features }: Context,
  { url, headers, socket }: FastifyRequest,
): Refusal {
  if (!features.sandbox) return new Refusal('no_such_path', say('sandbox.none'));
  const slug = slugOf(url);
  if (faults.ofLost(slug).length > 0) {
    const caller = { address: socket.remoteAddress, headers };
    if (!isShownTo(config.faultDetails, config, caller)) return new Refusal('faulty_document', say('apis.faulty'));
    // All of them at once, also those that alone would have cost less.
    const own = faults.list().filter(({ api }) => api === slug);
    const list = inEachLanguage((language) =>
      own
        .map((fault) => showFault(fault, language, isLocalCaller(config, caller) ? 'operator' : 'stranger'))
        .map(({ file, line, message, remedy }) => `${file}:${line} ${message} ${remedy}`)
        .join(' '),
    );
    return new Refusal('faulty_document', say('apis.fix', { faults: list }));
  }
  const sandboxes = [...apis.values()].filter(({ isPlatform }) => !isPlatform);
  const slugs = sandboxes.map((api) => api.slug).join(', ');
  return new Refusal('no_such_path', say('apis.unknown', { slug, slugs }));
}

/** The portal's own API is no sandbox. */
function slugOf(url: string): string {
  const [, place, slug = ''] = url.split(/[/?]/, 3);
  return place === 'platform' ? 'platform' : slug === 'platform' ? '' : slug;
}

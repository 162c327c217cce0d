import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';
import { preferredLanguage } from '../answers/preferred-language.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';

/** Lists the APIs at `/`, as text or as JSON, where there are no pages; an API that has an operation there keeps it. */
export function listApis(app: FastifyInstance, { apis, roots, config }: Context): void {
  if (roots?.everywhere?.api.router('/')?.operations.has('get')) return;
  const served = [...apis.values()].map(({ slug, title, version, basePath, isPlatform }) => ({
    slug,
    title,
    version,
    url: config.publicUrl + basePath,
    isPlatform,
  }));
  const sandboxes = served.filter(({ isPlatform }) => !isPlatform).map(({ isPlatform, ...api }) => api);
  const platform = served.find(({ isPlatform }) => isPlatform);
  app.get('/', async ({ headers }, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Language',
      'x-content-type-options': 'nosniff',
    });
    const type = new Negotiator({ headers }).mediaType(['text/plain', 'application/json']);
    if (type === 'application/json')
      return reply.type('application/json').send({ apis: sandboxes, platform_url: platform?.url ?? null });
    const language = preferredLanguage(headers);
    const [none, own] = [say('apis.no-pages')[language], say('apis.own')[language]];
    const lines = sandboxes.map(({ title, version, url }) => `${title} ${version}: ${url}`);
    const last = platform ? [`${own}: ${platform.url}`] : [];
    return reply.type('text/plain; charset=utf-8').send([none, '', ...lines, ...last, ''].join('\n'));
  });
}

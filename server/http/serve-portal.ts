import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicPath } from '../answers/public-path.ts';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { originsOf } from '../openapi/console-servers.ts';
import { answerRefusal } from '../pipeline/steps/answer-refusal.ts';
import { localePattern } from '../settings/languages.ts';
import { imageSources } from '../settings/portal/description-images.ts';
import { listApis } from './list-apis.ts';
import { pagePolicy } from './page-policy.ts';
import { sendReply } from './send-reply.ts';

/**
 * Serves the built portal: hashed assets are cached for a year, pages are revalidated. Where none is built, `/` lists the APIs.
 */
export async function servePortal(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  const { apis, config, portal } = context;
  const { siteDir, publicUrl } = config;
  const called = portal.console === false ? [] : originsOf(apis.values());
  const refuse = (request: FastifyRequest, reply: FastifyReply) =>
    sendReply(reply, request.id, answerRefusal(noSuchPath(), request, publicUrl));
  if (!existsSync(siteDir)) {
    listApis(app, context);
    app.setNotFoundHandler(refuse);
    return;
  }
  await app.register(compress);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: pagePolicy(siteDir, called, imageSources(portal.descriptions?.images)),
    },
    strictTransportSecurity: false,
  });
  await app.register(fastifyStatic, {
    root: resolve(siteDir),
    serve: false,
    cacheControl: false,
    // The build leaves a `.br` beside each file; other encodings are made for each request.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (zipped.test(path)) reply.header('content-type', 'application/gzip');
    },
  });
  app.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*'];
    const file = findFile(siteDir, path);
    if (file) return reply.sendFile(file);
    // Links of e-mails and errors say the language of their reader, which the portal may not have.
    const inDefault = path.replace(languageOfPath, '');
    if (inDefault !== path && !existsSync(join(siteDir, path.split('/')[0] ?? '')) && findFile(siteDir, inDefault))
      return reply.redirect(`${publicPath(publicUrl)}/${inDefault}${new URL(request.url, publicUrl).search}`, 302);
    const page = path.replaceAll(/^\/+|\/+$/g, '');
    // Only to pages that exist: an address such as /%5Cevil.example/ would lead to another site.
    return path.endsWith('/') && findFile(siteDir, page)
      ? reply.redirect(`${publicPath(publicUrl)}/${page}`, 301)
      : reply.callNotFound();
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(request, reply);
    const [, language = ''] = languageOfUrl.exec(request.url) ?? [];
    const page = findFile(siteDir, `${language}404.html`) ?? '404.html';
    return reply.code(404).header('cache-control', 'no-cache').sendFile(page);
  });
}

function noSuchPath(): Refusal {
  return new Refusal('no_such_path', say('http.nothing-here'));
}

const languageOfPath = new RegExp(`^(?:${localePattern})(?:/+|$)`);
const languageOfUrl = new RegExp(`^/((?:${localePattern})/)`);
const homePath = new RegExp(`^(?:${localePattern})/?$`);

/** The file for an address: the file itself, the page of that name (a folder may share the name), or a home page. */
function findFile(siteDir: string, path: string): string | undefined {
  if (path.split('/').includes('..') || path.includes('\0')) return undefined;
  if (path === '') return 'index.html';
  const home = homePath.test(path) ? join(path, 'index.html') : undefined;
  if (home && existsSync(join(siteDir, home))) return home;
  const file = extname(path) ? path : `${path}.html`;
  return !path.endsWith('/') && existsSync(join(siteDir, file)) ? file : undefined;
}

/** Files whose names change with their content: the pages' assets, and the parts of the search index. */
const hashed = /[\\/](assets|pagefind[\\/](filter|fragment|index))[\\/]/;

/** The index is already gzipped and read as such: under any other type it would be compressed again. */
const zipped = /\.(pf_\w+|pagefind)$/;

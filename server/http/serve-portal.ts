import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built portal: hashed assets are cached for a year, pages are revalidated. */
export async function servePortal(app: FastifyInstance, { siteDir }: { siteDir: string }): Promise<void> {
  if (!existsSync(siteDir)) {
    app.get('/', async (_request, reply) =>
      reply.code(503).type('text/plain').send('The portal is not built yet: run "npm run build".\n'),
    );
    return;
  }
  await app.register(compress);
  await app.register(helmet, { contentSecurityPolicy: { directives: policy }, strictTransportSecurity: false });
  await app.register(fastifyStatic, {
    root: siteDir,
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
    const file = fileOf(siteDir, path);
    if (file) return reply.sendFile(file);
    return path.endsWith('/') ? reply.redirect(`/${path.replaceAll(/^\/+|\/+$/g, '')}`, 301) : reply.callNotFound();
  });
  app.setNotFoundHandler((request, reply) => {
    const page = request.url.startsWith('/en/') ? 'en/404.html' : '404.html';
    return reply.code(404).header('cache-control', 'no-cache').sendFile(page);
  });
}

/** The file for an address: the file itself, the page of that name (a folder may share the name), or a home page. */
function fileOf(siteDir: string, path: string): string | undefined {
  if (path.split('/').includes('..') || path.includes('\0')) return undefined;
  if (path === '' || path === 'en' || path === 'en/') return join(path, 'index.html');
  const file = extname(path) ? path : `${path}.html`;
  return !path.endsWith('/') && existsSync(join(siteDir, file)) ? file : undefined;
}

/** Files whose names change with their content: the pages' assets, and the parts of the search index. */
const hashed = /[\\/](assets|pagefind[\\/](filter|fragment|index))[\\/]/;

/** The index is already gzipped and read as such: under any other type it would be compressed again. */
const zipped = /\.(pf_\w+|pagefind)$/;

/**
 * Docusaurus sets the colour scheme with inline scripts and styles, and the search is WebAssembly; nothing loads from
 * elsewhere.
 */
const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'", 'http:', 'https:'],
  frameSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  upgradeInsecureRequests: null,
};

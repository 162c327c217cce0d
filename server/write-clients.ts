import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { clientPackage } from './clients/client-package.ts';
import { packTgz } from './clients/package/tar.ts';
import { readConfig } from './config.ts';
import { findSpecs } from './openapi/find-specs.ts';
import { createFaultBook } from './openapi/isolation/fault-book.ts';
import { isolate } from './openapi/isolation/isolate.ts';
import { tellFaults } from './openapi/isolation/tell-faults.ts';
import { loadApi } from './openapi/load-api.ts';
import { serveDocument } from './sandbox/serve-api.ts';
import { locales, sourceLocale } from './settings/languages.ts';

/** `npm run clients [-- --language en slug…]`: a TypeScript client of each API, in `clients/<slug>` and as `clients/<slug>-client.tgz`. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { language: { type: 'string' } } });
const language = locales.find((locale) => locale === values.language);
if (values.language !== undefined && !language) {
  console.error(`There is no language ${values.language}. The languages are ${locales.join(', ')}.`);
  process.exit(1);
}
const { specsPath, publicUrl } = readConfig(process.env);
const specs = findSpecs(specsPath);
const unknown = positionals.filter((slug) => !specs.some((spec) => spec.slug === slug));
if (unknown.length > 0) {
  console.error(
    `There is no API called ${unknown.join(', ')}. The APIs are ${specs.map(({ slug }) => slug).join(', ')}.`,
  );
  process.exit(1);
}

const faults = createFaultBook();
for (const { slug, folder } of specs) {
  if (positionals.length > 0 && !positionals.includes(slug)) continue;
  await isolate(faults, 'download', { slug, folder }, () => write(slug, folder));
}
tellFaults(faults.list(), false, (line) => console.error(line));
if (faults.list().length > 0) process.exitCode = 1;

async function write(slug: string, folder: string): Promise<void> {
  const api = await serveDocument(await loadApi(folder, language), faults);
  const files = clientPackage(api, publicUrl, language ?? sourceLocale);
  const target = join('clients', slug);
  rmSync(target, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  writeFileSync(`${target}-client.tgz`, packTgz(files));
  console.log(`${api.title} ${api.version}: ${target}, ${target}-client.tgz`);
}

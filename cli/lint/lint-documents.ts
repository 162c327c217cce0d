import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root, runChild } from '../../scripts/run-child.mjs';
import { checkStyle } from '../../scripts/style/check-style.ts';
import { describeFault } from '../../server/openapi/faults.ts';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../server/openapi/isolation/isolate.ts';
import { placeOfDocument } from '../../server/openapi/place-of-document.ts';
import { serveApi } from '../../server/sandbox/serve-api.ts';
import { UsageError } from '../command.ts';
import { apisOfPortal, findDocument } from '../find-document.ts';
import { systemLanguage } from '../system-language.ts';

/** Checks documents, all of the portal without one; returns the exit code. */
export async function lintDocuments(words: string[], { style }: { style?: boolean }): Promise<number> {
  const documents = words.length > 0 ? words.map(findDocument) : apisOfPortal().map(({ folder }) => folder);
  if (documents.length === 0) throw new UsageError('Name a document: there is no specs/ here.');
  const sound: string[] = [];
  let faults = 0;
  for (const document of documents) {
    const found = await faultsOf(document, style ?? false);
    for (const fault of found) console.log(fault);
    faults += found.length;
    if (found.length === 0) sound.push(placeOfDocument(document).file);
  }
  const isClean = sound.length === 0 || (await lintByRedocly(sound));
  if (faults === 0 && isClean) console.log(`${sound.map(fromHere).join(', ')}: no faults.`);
  return faults === 0 && isClean ? 0 : 1;
}

async function faultsOf(document: string, style: boolean): Promise<string[]> {
  const faults = createFaultBook();
  // The profile and the seed are checked with it.
  await isolate(faults, 'document', placeOf(document), async () => (await serveApi(document, undefined, faults)).seed);
  if (faults.list().length > 0) return faults.list().map((fault) => describeFault(fault, systemLanguage()));
  if (!style) return [];
  const breaches = await checkStyle(document);
  return breaches.map(({ file, line, message, remedy }) => `${file}:${line} ${message} ${remedy}`);
}

function placeOf(document: string): { slug: string; folder: string } {
  const { folder } = placeOfDocument(document);
  return { slug: basename(folder), folder };
}

/** Redocly CLI is there for development, not in every installation. */
async function lintByRedocly(files: string[]): Promise<boolean> {
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  if (!existsSync(redocly)) return true;
  const hasRules = ['redocly.yaml', 'redocly.yml'].some((name) => existsSync(name));
  const args = ['lint', '--format=stylish', ...(hasRules ? [] : ['--extends=minimal']), ...files];
  const { code, output } = await runChild(process.execPath, [redocly, ...args], {
    cwd: process.cwd(),
    quiet: true,
    env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

function fromHere(path: string): string {
  return relative(process.cwd(), path) || path;
}

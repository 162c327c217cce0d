import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestInputs } from '../ensure-site.mjs';
import { projectNode, runChild } from '../run-child.mjs';
import { updateFolder } from '../update-folder.ts';

/** What became of the reference: `restart` where something has changed that Docusaurus reads only when it starts. */
export type Prepared = 'faulty' | 'same' | 'changed' | 'restart';

/** What is written of the documents and settings; Docusaurus reads the first ones only when it starts. */
const files = {
  read: ['portal.json', 'apis.json', 'faults.json'],
  watched: ['reference', 'look', 'scopes', 'documents'],
};

/**
 * Writes the reference into a folder of its own and moves what has changed to where the pages are made of it, so that these see no
 * others. Where nothing has changed since it was last written, it is left as it is.
 */
export async function prepareReference(
  folder: string,
  env: Record<string, string>,
  language: string,
): Promise<Prepared> {
  const [now, next, stamp] = [join(folder, 'now'), join(folder, 'next'), join(folder, 'stamp')];
  const digest = `${digestInputs({ ...process.env, ...env })} ${language}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return 'same';
  rmSync(stamp, { force: true });
  rmSync(next, { recursive: true, force: true });
  const { code } = await runChild(
    projectNode,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'scripts/prepare-site.ts', '--language', language],
    { env: { ...env, CAIS_DIR: next } },
  );
  if (code !== 0) return 'faulty';
  mkdirSync(now, { recursive: true });
  const restarts = files.read.filter((name) => hasChanged(now, next, name));
  for (const name of restarts) renameSync(join(next, name), join(now, name));
  for (const name of files.watched) if (existsSync(join(next, name))) updateFolder(join(now, name), join(next, name));
  writeFileSync(stamp, digest);
  return restarts.length > 0 ? 'restart' : 'changed';
}

function hasChanged(now: string, next: string, name: string): boolean {
  const [before, after] = [join(now, name), join(next, name)];
  return !existsSync(before) || !readFileSync(before).equals(readFileSync(after));
}

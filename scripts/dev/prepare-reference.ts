import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestInputs } from '../ensure-site.mjs';
import { getProgram, nodeOfPrograms } from '../get-program.mjs';
import { runChild } from '../run-child.mjs';
import { updateFolder } from '../update-folder.ts';

/** What became of the reference: `restart` where something has changed that Docusaurus reads only when it starts. */
export type Prepared = 'faulty' | 'same' | 'changed' | 'restart';

/** Settings, lists of APIs and faults, and the order of guides. */
const readOnce = ['*.json', 'guides/*.json'];

/**
 * Writes the reference and guides into a folder of its own and moves what has changed to where the pages are made of it, so that these
 * see no others. Where nothing has changed since they were last written, they are left as they are.
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
    nodeOfPrograms(),
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', getProgram('scripts/prepare-site'), '--language', language],
    { env: { ...env, CAIS_DIR: next }, cwd: process.cwd() },
  );
  if (code !== 0) return 'faulty';
  const restarts = globSync(readOnce, { cwd: next }).some((name) => hasChanged(join(now, name), join(next, name)));
  mkdirSync(now, { recursive: true });
  for (const entry of readdirSync(next, { withFileTypes: true })) {
    const [from, to] = [join(next, entry.name), join(now, entry.name)];
    if (!entry.isDirectory()) renameSync(from, to);
    else {
      mkdirSync(to, { recursive: true });
      updateFolder(to, from);
    }
  }
  writeFileSync(stamp, digest);
  return restarts ? 'restart' : 'changed';
}

function hasChanged(before: string, after: string): boolean {
  return !existsSync(before) || !readFileSync(before).equals(readFileSync(after));
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root, runChild } from './run-child.mjs';

const stamp = join(root, 'src/generated/stamp');
const sources = ['specs/platform/openapi.yaml', 'scripts/generate-types.ts', 'package-lock.json'];

/** Writes the types of the platform API, unless they are those of its document. */
export async function ensureTypes(): Promise<void> {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(root, source)));
  const digest = hash.digest('hex');
  const isWritten =
    existsSync(join(root, 'src/generated/platform')) && existsSync(join(root, 'server/platform/generated'));
  if (isWritten && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  const { code } = await runChild(projectNode, [
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
    'scripts/generate-types.ts',
  ]);
  if (code === 0) writeFileSync(stamp, digest);
}

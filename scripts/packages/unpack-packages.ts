import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unpackedPackages } from '../../server/testing/test-specs.ts';
import { root } from '../run-child.mjs';
import { packPackages } from './pack-packages.ts';

const target = join(root, unpackedPackages);

/** Packs the packages and unpacks them there: what they depend on is found in the project's own `node_modules`, further up. */
export async function unpackPackages(): Promise<void> {
  const folder = dirname(target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const tarball of await packPackages(folder)) {
    const own = join(target, basename(tarball).replace(/-\d.*$/, ''));
    mkdirSync(own, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
  }
}

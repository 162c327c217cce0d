import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writePackages } from './write-packages.ts';

/** Writes the packages to a folder, each in one of its own and as a tarball; returns the tarballs' paths. */
export async function packPackages(folder: string): Promise<string[]> {
  await writePackages(folder);
  return ['cais', 'cais-portal'].map((name) => {
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
      cwd: join(folder, name),
      encoding: 'utf8',
    });
    return join(folder, packed.trim());
  });
}

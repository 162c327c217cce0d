import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../server/config.ts';
import type { Finding } from './finding.ts';

/** Whether the data folder, or the nearest one above it that exists, can be written to. */
export function checkData({ dataDir }: Pick<Config, 'dataDir'>): Finding {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  const isThere = folder === resolve(dataDir);
  const what = 'Data';
  if (!statSync(folder).isDirectory())
    return { what, state: 'bad', text: `${folder} is a file: DATA_DIR names a folder` };
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { what, state: 'bad', text: `this user may not write to ${folder}: change its owner, or DATA_DIR` };
  }
  return { what, state: 'good', text: isThere ? `${dataDir} can be written to` : `${dataDir} can be made` };
}

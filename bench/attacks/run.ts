// `npm run bench:attacks [-- sqlmap slow postgres]`: attacks a real server with sqlmap and slowhttptest, which are no dependencies,
// and prints what they find, every 5xx, and how long others wait; on SQLite, or on the PostgreSQL that the tests bring.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../../scripts/portal-process.ts';
import { startPostgres } from '../../server/testing/postgres-server.ts';
import { withoutQuota } from '../targets.ts';
import { attackSlowly } from './attack-slowly.ts';
import { injectSql } from './inject-sql.ts';

const parts = { sqlmap: injectSql, slow: attackSlowly };
const tools = { sqlmap: 'sqlmap', slow: 'slowhttptest' };
const wanted = process.argv.slice(2).filter((word) => word in parts) as (keyof typeof parts)[];
const postgres = process.argv.includes('postgres') ? await startPostgres() : undefined;
const faults: string[] = [];

for (const part of wanted.length > 0 ? wanted : (['sqlmap', 'slow'] as const)) {
  const tool = tools[part];
  if (spawnSync('which', [tool]).status !== 0) {
    faults.push(`${tool} is missing: apt-get install ${tool} (Debian), brew install ${tool} (macOS)`);
    continue;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cais-attacks-'));
  const portal = await startPortal({
    DATA_DIR: folder,
    DATABASE_URL: postgres?.url ?? '',
    LOG_LEVEL: 'error',
    // These would refuse an attack before it meets the code that is tested.
    LIMITS: 'off',
    BAD_CREDENTIALS_PER_MINUTE: '1000000',
    SIGN_INS_PER_HOUR: '1000000',
    GUESTS_PER_HOUR: '1000',
    ...withoutQuota,
  });
  try {
    faults.push(...(await parts[part](portal.origin, folder, postgres ? 'PostgreSQL' : 'SQLite')));
  } finally {
    await portal.end();
    if (portal.output().includes('"level":')) faults.push(`The log has errors:\n${portal.output().slice(0, 4000)}`);
    rmSync(folder, { recursive: true, force: true });
  }
}
await postgres?.stop();
console.log(`\n${faults.length} faults (none)\n${faults.join('\n')}`);
process.exitCode = faults.length > 0 ? 1 : 0;

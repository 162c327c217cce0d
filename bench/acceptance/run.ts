// `npm run acceptance -- [origin]`: walks what the five APIs promise, row by row, over HTTP against a running portal (its
// own, unless an origin is given), and prints what it saw.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSite } from '../../scripts/ensure-site.mjs';
import { startPortal } from '../../scripts/portal-process.ts';
import { openCaller } from './caller.ts';
import { calls } from './calls.ts';
import { common } from './common.ts';
import { control } from './control.ts';
import { crm } from './crm.ts';
import { gestor } from './gestor.ts';
import { notas } from './notas.ts';
import { notasProtocol } from './notas-protocol.ts';
import { platform } from './platform.ts';
import { recebiveis } from './recebiveis.ts';
import { recebiveisLists } from './recebiveis-lists.ts';
import { records } from './records.ts';
import { webhooks } from './webhooks.ts';

const [given] = process.argv.slice(2);
if (!given) await ensureSite();
const folder = mkdtempSync(join(tmpdir(), 'cais-acceptance-'));
const settings = { DATA_DIR: folder, DATABASE_URL: '', GUESTS_PER_HOUR: '10000', LOG_LEVEL: 'error' };
const portal = given ? undefined : await startPortal(settings);
const origin = portal?.origin ?? (given as string).replace(/\/$/, '');

let seen = 0;
let missed = 0;
const chapters = [common, notasProtocol, notas, gestor, recebiveisLists, recebiveis, crm, platform];
for (const { title, rows } of [...chapters, calls, records, control, webhooks]) {
  console.log(`\n${title}`);
  for (const { says, see } of rows) {
    // Each row has a workspace of its own, so that they can be read, and fail, one by one.
    const result = await openCaller(origin)
      .then(see)
      .then(
        (text) => `✓ ${says}\n    ${text}`,
        (error: Error) => `✗ ${says}\n    ${error.message.split('\n').slice(0, 6).join('\n    ')}`,
      );
    console.log(`  ${result}`);
    if (result.startsWith('✓')) seen++;
    else missed++;
  }
}
await portal?.end();
rmSync(folder, { recursive: true, force: true });
console.log(`\n${seen} rows seen, ${missed} not`);
process.exitCode = missed > 0 ? 1 : 0;

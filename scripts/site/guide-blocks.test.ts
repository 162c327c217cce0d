import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../server/net/free-port.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';
import { planGuide } from '../../src/guides/plan-guide.ts';
import { root } from '../run-child.mjs';
import { type CommandBlock, readCommands, runCommands } from '../testing/run-guide.ts';
import { writtenOrigin } from './mark-runnable.ts';

const apis = ['notas', 'gestor', 'recebiveis', 'crm'];
const guides = globSync('{docs,i18n/*/docusaurus-plugin-content-docs/current}/*.mdx', { cwd: root }).sort();

const readBlocks = (guide: string) => readCommands(readFileSync(join(root, guide), 'utf8'));

describe('commands of the guides, run as a page runs them', () => {
  let portal: TestPortal;
  let origin = '';

  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    portal = await startTestPortal({ env: { PUBLIC_URL: origin } });
    await portal.app.listen({ host: '127.0.0.1', port });
  });
  after(() => portal.close());

  /** Returns the status of each block's last response. */
  async function runGuide(blocks: CommandBlock[], only?: number): Promise<(number | undefined)[]> {
    const responses = await runCommands(blocks, { origin, apis, key: await portal.guest() }, only);
    return responses.map((response) => response?.status);
  }

  for (const guide of guides) {
    const blocks = readBlocks(guide);
    if (!blocks.some(({ status }) => status)) continue;
    it(`${guide} gets the statuses that it shows`, async () => {
      const statuses = await runGuide(blocks);
      const wrong = blocks.flatMap(({ code, status }, index) =>
        statuses[index] === undefined || status === undefined || statuses[index] === status
          ? []
          : [`${statuses[index]} instead of ${status} after ${code}`],
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('has a button for most of them, and none for programs and for APIs that are not here', () => {
    const marks = guides.map((guide) => {
      const plan = planGuide(
        readBlocks(guide).map(({ code }) => code),
        { origin: writtenOrigin, apis },
      );
      return [guide.replace(/^.*\//, ''), plan.filter((block) => block?.sends).length] as const;
    });
    const count = marks.reduce((sum, [, buttons]) => sum + buttons, 0);
    assert.ok(count >= 150, `Only ${count} blocks can be run.`);
    const ofProfiles = marks.filter(([guide]) => guide === 'profile.mdx').map(([, buttons]) => buttons);
    assert.ok(ofProfiles.length > 1);
    assert.deepEqual(new Set(ofProfiles), new Set([0]));
  });

  it('runs a block alone after those that set what it uses, and no others', async () => {
    const blocks = readBlocks('docs/quickstart.mdx');
    const statuses = await runGuide(blocks, blocks.length - 1);
    assert.equal(statuses.at(-1), 200);
  });
});

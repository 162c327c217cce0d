import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../server/net/free-port.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';
import type { BuiltRequest } from '../../src/exchange/built-request.ts';
import type { ReceivedResponse } from '../../src/exchange/received-response.ts';
import { planGuide } from '../../src/guides/plan-guide.ts';
import { root } from '../run-child.mjs';
import { writtenOrigin } from './mark-runnable.ts';

interface Block {
  code: string;
  /** The status that the guide shows after it. */
  status?: number;
}

const apis = ['notas', 'gestor', 'recebiveis', 'crm'];
const guides = globSync('{docs,i18n/*/docusaurus-plugin-content-docs/current}/*.mdx', { cwd: root }).sort();

/** The `bash` blocks of a guide, and the status in the title or first line of what is shown after each. */
function readBlocks(guide: string): Block[] {
  const text = readFileSync(join(root, guide), 'utf8');
  const blocks: Block[] = [];
  for (const [, language, meta, code = ''] of text.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)) {
    const shown = /title="(\d{3}) /.exec(meta ?? '')?.[1] ?? /^HTTP\/1\.1 (\d{3})/.exec(code)?.[1];
    const last = blocks.at(-1);
    if (language === 'bash') blocks.push({ code });
    else if (language === 'js') blocks.push({ code: 'program of another language' });
    else if (last && shown) last.status ??= Number(shown);
  }
  return blocks;
}

/** Sends a request as the page does; undefined if the connection was cut. */
async function send({ method, url, headers, body }: BuiltRequest): Promise<ReceivedResponse | undefined> {
  const text = body?.kind === 'text' ? body.text : null;
  const response = await fetch(url, { method, headers, body: text }).catch(() => undefined);
  if (!response) return undefined;
  const { status, statusText: reason } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { method, url, status, reason, headers: [...response.headers], bytes, milliseconds: 0, sentAt: '' };
}

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

  /** Runs all blocks that a browser can run, in order, and returns the status of each one's last response. */
  async function runGuide(blocks: Block[], only?: number): Promise<(number | undefined)[]> {
    const codes = blocks.map(({ code }) => code.replaceAll(writtenOrigin, origin));
    const key = await portal.guest();
    const variables = new Map<string, string>();
    const statuses: (number | undefined)[] = [];
    for (const [index, block] of planGuide(codes, { origin, apis }).entries()) {
      if (!block || (only !== undefined && only !== index)) continue;
      const session = {
        variables,
        getKey: async () => key,
        send: async (request: BuiltRequest) => {
          const response = await send(request);
          statuses[index] = response?.status;
          return response;
        },
      };
      if (only !== undefined) for (const earlier of block.after) await earlier.run(session);
      statuses[index] = undefined;
      await block.run(session);
    }
    return statuses;
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

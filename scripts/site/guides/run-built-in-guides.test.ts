import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { freePort } from '../../../server/net/free-port.ts';
import { startTestPortal } from '../../../server/testing/test-portal.ts';
import { writeSpec } from '../../../server/testing/test-specs.ts';
import { agenda } from '../../../server/testing/with-apis.ts';
import type { ReceivedResponse } from '../../../src/exchange/received-response.ts';
import { trainTravel } from '../../testing/foreign-documents.ts';
import { prepareGuides } from '../../testing/prepare-guides.ts';
import { type CommandBlock, readCommands, runCommands } from '../../testing/run-guide.ts';
import { writtenOrigin } from '../mark-runnable.ts';

/** Portals of one API each, in dialects of their own, and how many commands their guides have at least. */
const portals: Record<string, { folder: string; commands: number }> = {
  'train-travel': { folder: trainTravel(), commands: 30 },
  agenda: { folder: writeSpec(agenda), commands: 15 },
  notas: { folder: 'specs/notas', commands: 30 },
  gestor: { folder: 'specs/gestor', commands: 15 },
  recebiveis: { folder: 'specs/recebiveis', commands: 25 },
  crm: { folder: 'specs/crm', commands: 30 },
};

describe('the commands of the built-in guides', () => {
  for (const [slug, { folder, commands }] of Object.entries(portals)) {
    test(`those with examples of ${slug} get the statuses that the guides show, as a page runs them`, async () => {
      const guides = await prepareGuides({ [slug]: folder }, {}, ['en']);
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const portal = await startTestPortal({ env: { SPECS_PATH: guides.specs, PUBLIC_URL: origin } });
      const wrong: string[] = [];
      let shown = 0;
      try {
        await portal.app.listen({ host: '127.0.0.1', port });
        for (const file of guides.list('en')) {
          const blocks = readCommands(guides.read('en', file.replace('.mdx', '')));
          const responses = await runCommands(blocks, { origin, apis: [slug], key: await portal.guest() });
          for (const [index, block] of blocks.entries()) {
            if (block.status === undefined) continue;
            shown++;
            const fault = faultOf(block, responses[index], origin);
            if (fault) wrong.push(`${file}: ${fault}`);
          }
        }
      } finally {
        await portal.close();
      }
      assert.deepEqual(wrong, []);
      assert.ok(shown >= commands, `The guides show the statuses of ${shown} commands only.`);
    });
  }
});

/**
 * What is wrong with the response of a block, if anything; a block whose status is shown can be run in the page. The bodies of errors are
 * those that the guide shows.
 */
function faultOf(
  { code, status = 0, body }: CommandBlock,
  response: ReceivedResponse | undefined,
  origin: string,
): string | undefined {
  const text = response && new TextDecoder().decode(response.bytes);
  const isSame =
    status < 400 || body === undefined || text === undefined || isDeepStrictEqual(known(text), known(body));
  if (response?.status === status && isSame) return undefined;
  return `${response?.status ?? 'nothing'} instead of ${status} after ${code}\n${text ?? ''}\ninstead of\n${body ?? ''}`;

  function known(json: string): object {
    return { ...JSON.parse(json.replaceAll(writtenOrigin, origin)), request_id: undefined };
  }
}

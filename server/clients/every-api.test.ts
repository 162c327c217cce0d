import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, installClients, writeProgram } from '../testing/client-programs.ts';
import { programs } from '../testing/client-uses.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

/** What a program of `client-uses.ts` found out. */
interface Seen {
  walked: number;
  /** The size of the second page, by `pages` and by `next`. */
  sizes: [number, number];
  told: { total?: number; pages?: number; current?: number; perPage?: number };
  lastHasNext: boolean;
  collected: number;
  created: [status: number, found: boolean];
  refused: [status: number, said: unknown];
  requestId: string | undefined;
  offline: [status: number, kind: unknown, hasResponse: boolean];
}

describeOnDatabases('the client of each API', (open) => {
  let portal: TestPortal;
  let origin: string;
  let folder: string;
  before(async () => {
    portal = await startTestPortal({ open });
    origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
    folder = installClients(portal.context.apis.values(), origin);
    for (const [slug, text] of programs) writeProgram(folder, slug, text);
  });
  after(() => portal.close());

  const use = async (slug: string): Promise<Seen> => {
    const program = (await import(`${folder}/${slug}.ts`)) as { default: (key: string) => Promise<Seen> };
    return program.default(await portal.guest());
  };

  test('compiles under the strictest options, and so do programs that use it', async () => {
    assert.deepEqual(await complaintsOf(folder), []);
  });

  const expected: Record<string, Pick<Seen, 'walked' | 'told' | 'refused'>> = {
    notas: { walked: 12, told: { current: 1, pages: 3, perPage: 5, total: 12 }, refused: [422, 'required'] },
    gestor: { walked: 16, told: { current: 1, pages: 4, perPage: 5, total: 16 }, refused: [400, 'invalid_fields'] },
    recebiveis: { walked: 2, told: { current: 1, pages: 2, perPage: 1, total: 2 }, refused: [404, 'Not_Found_Error'] },
    crm: { walked: 5, told: { perPage: 2 }, refused: [422, 'required'] },
    platform: { walked: 3, told: { perPage: 2 }, refused: [404, 'not_found'] },
  };

  for (const [slug, { walked, told, refused }] of Object.entries(expected)) {
    test(`of ${slug} walks lists, creates, reads, and tells errors and broken connections without throwing`, async () => {
      const seen = await use(slug);
      assert.equal(seen.walked, walked);
      assert.equal(seen.collected, walked);
      assert.deepEqual(seen.told, told);
      assert.equal(seen.sizes[0], seen.sizes[1]);
      assert.equal(seen.lastHasNext, false);
      assert.deepEqual(seen.created, [201, true]);
      assert.deepEqual(seen.refused, refused);
      assert.match(seen.requestId ?? '', /^req_/);
      assert.deepEqual(seen.offline, [0, 'network', false]);
    });
  }
});

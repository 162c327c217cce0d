import assert from 'node:assert/strict';
import type { Got } from './caller.ts';
import { answered } from './expect.ts';
import type { Chapter } from './row.ts';

const payables = '/sponsors/123/payables';

/** The marketplace of receivables: its lists and errors. */
export const recebiveisLists: Chapter = {
  title: 'Recebíveis, lists and errors',
  rows: [
    {
      says: 'Errors: type, description and notifications; 400, 404, 405',
      see: async ({ recebiveis }) => {
        const errors = [
          answered(400, await recebiveis(`POST ${payables}`, { body: {} })),
          answered(404, await recebiveis(`GET ${payables}/none`)),
          answered(405, await recebiveis('DELETE /sponsors')),
        ];
        for (const { body } of errors) assert.deepEqual(Object.keys(body), ['type', 'description', 'notifications']);
        return errors.map(({ status, body }) => `${status} ${body.type}`).join(', ');
      },
    },
    {
      says: 'Date-times with milliseconds and zone',
      see: async ({ recebiveis }) => {
        const { createdAt } = answered(200, await recebiveis('GET /sponsors/123')).body;
        assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-03:00$/);
        return createdAt;
      },
    },
    {
      says: 'page (0) and size (20): _embedded, _links with first, self, next, prev, last, and page; self as answered',
      see: async ({ recebiveis }) => {
        const { body } = answered(200, await recebiveis(`GET ${payables}?page=1&size=3`));
        assert.deepEqual(Object.keys(body), ['_embedded', '_links', 'page']);
        assert.deepEqual(Object.keys(body._links), ['first', 'self', 'next', 'prev', 'last']);
        const bare = answered(200, await recebiveis(`GET ${payables}`)).body;
        assert.match(bare._links.self.href, /page=0&size=20$/);
        return JSON.stringify(body.page);
      },
    },
    {
      says: 'sort=updatedAt,desc&sort=status,asc, several',
      see: async ({ recebiveis }) => {
        const { body } = answered(200, await recebiveis(`GET ${payables}?sort=status,desc&sort=amount,asc`));
        const shown = body._embedded.payables.map(
          ({ status, amount }: { status: string; amount: string }) => `${status} ${amount}`,
        );
        assert.deepEqual(shown.slice(0, 3), ['REJECTED 3310.00', 'PURCHASED 12990.00', 'PURCHASED 41875.60']);
        return shown.join(', ');
      },
    },
    {
      says: 'The search language: : > < *, AND before OR, parentheses, quotes; bad syntax is 400 with the column',
      see: async ({ recebiveis }) => {
        const search = async (text: string): Promise<Got> =>
          recebiveis(`GET ${payables}?search=${encodeURIComponent(text)}`);
        const found: string[] = [];
        for (const [text, count] of [
          [
            'supplierGovernmentId:24212752000184 AND supplierName:*Azul* AND paymentDate>2020-04-23 AND (externalId:123 OR invoiceNumber:30418)',
            1,
          ],
          ['supplierName:"Transportes Vale do Iguaçu Ltda"', 1],
          ['status:REJECTED OR status:AVAILABLE AND amount<10000', 2],
        ] as const) {
          assert.equal(answered(200, await search(text)).body.page.totalElements, count, text);
          found.push(`${count}`);
        }
        const { body } = answered(400, await search('status:AVAILABLE AND'));
        assert.match(body.notifications[0], /coluna 21/);
        return `${found.join(', ')} found; ${body.notifications[0]}`;
      },
    },
    {
      says: 'A date-time without zone in a search is Brasília time',
      see: async ({ recebiveis }) => {
        const count = async (time: string) =>
          (await recebiveis(`GET ${payables}?search=${encodeURIComponent(`externalId:PED-7781 AND createdAt${time}`)}`))
            .body.page.totalElements;
        const counts = [
          await count('>2026-10-05T10:31'),
          await count('>2026-10-05T13:31Z'),
          await count('>2026-10-05T10:32'),
        ];
        assert.deepEqual(counts, [1, 1, 0]);
        return '10:31 and 13:31Z are the same moment';
      },
    },
  ],
};

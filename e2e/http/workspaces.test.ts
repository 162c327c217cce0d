import { expect, test } from '../support/portal-test.ts';
import { basic, caller, newGuestKey } from '../support/sandbox.ts';

test('two workspaces never see each other', async ({ portal }) => {
  const [mine, theirs] = await Promise.all(
    [1, 2].map(async () => caller(portal, '/sandbox/notas/v1', basic(await newGuestKey(portal)))),
  );
  if (!mine || !theirs) throw new Error('two callers were asked for');
  const seeded = (await theirs('GET', '/customers?per_page=100')).body;
  const created = await mine('POST', '/customers', {
    type: 'individual',
    name: 'Só Minha',
    federal_tax_number: '52998224725',
    email: 'minha@correio.example',
    external_id: 'same-in-both',
  });
  expect(created.status).toBe(201);
  const address = `/customers/${created.body.id}`;

  expect((await mine('GET', address)).status).toBe(200);
  for (const method of ['GET', 'DELETE']) expect((await theirs(method, address)).status).toBe(404);
  expect((await theirs('GET', '/customers?per_page=100')).body).toEqual(seeded);
  expect((await mine('GET', address)).status).toBe(200);

  const twin = await theirs('POST', '/customers', { ...pick(created.body), name: 'Só Deles' });
  expect(twin.status).toBe(201);
  expect((await mine('GET', address)).body.name).toBe('Só Minha');
});

test('both start with the same customers, and changes in one are invisible to the other', async ({ portal }) => {
  const mine = caller(portal, '/sandbox/notas/v1', basic(await newGuestKey(portal)));
  const theirs = caller(portal, '/sandbox/notas/v1', basic(await newGuestKey(portal)));
  const names = async (call: typeof mine) =>
    (await call('GET', '/customers?per_page=100')).body.map((customer: { name: string }) => customer.name);
  expect((await names(mine)).length).toBeGreaterThan(0);
  expect(await names(mine)).toEqual(await names(theirs));

  const [first] = (await mine('GET', '/customers')).body;
  expect((await mine('DELETE', `/customers/${first.id}`)).status).toBeLessThan(300);
  expect((await theirs('GET', `/customers/${first.id}`)).status).toBe(200);
});

test('without a key, or with a wrong one, nothing is disclosed', async ({ portal }) => {
  const wrong = (await newGuestKey(portal)).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  const broken = ['Basic %%%', 'Bearer', 'nonsense'].map((authorization) => ({ authorization }));
  for (const presented of [{}, basic(wrong), basic(''), ...broken]) {
    const { status, headers, body } = await caller(portal, '/sandbox/notas/v1', presented)('GET', '/customers');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/^Basic/);
    expect(body.errors).toHaveLength(1);
    expect(Object.keys(body.errors[0]).sort()).toEqual(['code', 'internalMessage', 'moreInfo', 'userMessage']);
  }
});

function pick({ type, name, federal_tax_number, email, external_id }: Record<string, string>) {
  return { type, name, federal_tax_number, email, external_id };
}

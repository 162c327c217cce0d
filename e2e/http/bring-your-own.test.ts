import { expect, test } from '../support/portal-test.ts';
import { basic, bearer, caller, newGuestKey } from '../support/sandbox.ts';

test('Train Travel stores bookings without a profile', async ({ portal }) => {
  const call = caller(portal, '/sandbox/train-travel', bearer(await newGuestKey(portal)));
  const booking = {
    trip_id: '4f4e4e1a-c824-4d63-b37a-d8d698862f1d',
    passenger_name: 'Helena Prado',
    has_bicycle: false,
    has_dog: true,
  };
  const created = await call('POST', '/bookings', booking);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject(booking);
  expect(created.body.id).toMatch(/^[0-9a-f-]{36}$/);

  const read = await call('GET', `/bookings/${created.body.id}`);
  expect(read.status).toBe(200);
  expect(read.body).toMatchObject({ ...booking, id: created.body.id });

  const list = await call('GET', '/bookings');
  expect(list.status).toBe(200);
  expect(list.body.data).toContainEqual(expect.objectContaining({ ...booking, id: created.body.id }));

  expect((await call('DELETE', `/bookings/${created.body.id}`)).status).toBe(204);
  expect((await call('GET', `/bookings/${created.body.id}`)).status).toBe(404);
  expect((await call('GET', '/bookings')).body.data).not.toContainEqual(
    expect.objectContaining({ id: created.body.id }),
  );
});

test("Train Travel lists stations and trips in its document's envelope", async ({ portal }) => {
  const call = caller(portal, '/sandbox/train-travel', bearer(await newGuestKey(portal)));
  const stations = await call('GET', '/stations');
  expect(stations.status).toBe(200);
  for (const station of stations.body.data) {
    expect(station).toEqual(expect.objectContaining({ id: expect.any(String), name: expect.any(String) }));
  }
  expect(stations.body.data.length).toBeGreaterThan(0);
});

test('Train Travel rejects what its document does not allow, in its error format', async ({ portal }) => {
  const key = await newGuestKey(portal);
  const call = caller(portal, '/sandbox/train-travel', bearer(key));
  const wrong = await call('POST', '/bookings', { has_dog: 'maybe' });
  expect(wrong.status).toBe(400);
  expect(wrong.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((await caller(portal, '/sandbox/train-travel')('GET', '/bookings')).status).toBe(401);
});

test('a document with faults is reported with file, line and remedy, and breaks nothing else', async ({ portal }) => {
  const key = await newGuestKey(portal);
  const response = await caller(portal, '/sandbox/defeituosa', bearer(key))('GET', '/');
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const { detail } = response.body;
  expect(detail).toMatch(/defeituosa\/openapi\.yaml:22 A referência \S+Vizita não tem alvo\. Defina Vizita/);
  expect(detail).toMatch(/defeituosa\/openapi\.yaml:28 \S+ o valor deve ser do tipo array\. Corrija/);
  expect((await caller(portal, '/sandbox/notas/v1', basic(key))('GET', '/company')).status).toBe(200);
});

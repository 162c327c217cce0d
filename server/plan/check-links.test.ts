import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResourceRules } from '../dialect/profile.ts';
import { loadApi } from '../openapi/load-api.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { checkLinks } from './check-links.ts';
import { planApi } from './plan-api.ts';

const document = `
openapi: 3.1.0
info: { title: A, version: "1" }
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getThing
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    put:
      operationId: updateThing
      responses: { "204": { description: ok } }
  /things/{id}/close:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    put:
      operationId: closeThing
      responses: { "204": { description: ok } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string }, status: { type: string, enum: [OPEN, CLOSED] } } }
`;

async function check(things: ResourceRules): Promise<void> {
  const profile = { resources: { things } };
  checkLinks(profile, planApi(await loadApi(writeSpec(document)), profile));
}

const property = 'status';

test('an action may be named by the path or by the profile', async () => {
  await check({ actions: { property, moves: { close: { from: ['OPEN'], to: 'CLOSED' } } } });
  await check({ links: { update: 'updateThing' }, actions: { property, moves: { update: { from: ['OPEN'] } } } });
});

test('a link to an unknown operation is rejected at startup', async () => {
  await assert.rejects(check({ links: { update: 'changeThing' } }), /"update" of "things" points to "changeThing"/);
});

test('an action without a link is rejected, and the error lists the links', async () => {
  const actions = { property, moves: { cloze: { from: ['OPEN'] } } };
  await assert.rejects(check({ actions, links: { update: 'updateThing' } }), /no link "cloze".*update, close/);
});

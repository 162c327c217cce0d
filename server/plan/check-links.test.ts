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

test('an action may be one that the path names, or one that the profile gives a name', async () => {
  await check({ actions: { property, moves: { close: { from: ['OPEN'], to: 'CLOSED' } } } });
  await check({ links: { update: 'updateThing' }, actions: { property, moves: { update: { from: ['OPEN'] } } } });
});

test('a link to an operation that is not there is refused at the start', async () => {
  await assert.rejects(check({ links: { update: 'changeThing' } }), /"update" of "things" leads to "changeThing"/);
});

test('an action to which no link leads is refused, and told what there is', async () => {
  const actions = { property, moves: { cloze: { from: ['OPEN'] } } };
  await assert.rejects(check({ actions, links: { update: 'updateThing' } }), /no link "cloze".*update, close/);
});

import { startTestPortal, type TestPortal } from './test-portal.ts';
import { type SpecFiles, writeSpecs } from './test-specs.ts';

/** A small document with two lists, of which tests break parts. */
export const agenda = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get:
      operationId: listVisits
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Visit"}}}}}
  /rooms:
    get:
      operationId: listRooms
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}
components:
  schemas:
    Visit: {type: object, properties: {id: {type: string}}}
`;

/** Runs with a portal that has these APIs beside the project's own, and with a guest's key. */
export async function withApis(
  apis: Record<string, SpecFiles>,
  run: (portal: TestPortal, key: string) => Promise<void>,
  env: Record<string, string> = {},
): Promise<void> {
  const portal = await startTestPortal({ env: { ...env, SPECS_PATH: `specs:${writeSpecs(apis)}` } });
  try {
    await run(portal, await portal.guest());
  } finally {
    await portal.close();
  }
}

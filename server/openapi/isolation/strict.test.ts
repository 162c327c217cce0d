import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, describe, test } from 'node:test';
import { killMains, startMain, startReadyMain } from '../../testing/main-process.ts';
import { temporaryFolder, writeSpecs } from '../../testing/test-specs.ts';

const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get: {responses: {"200": {$ref: "#/components/responses/Lost"}}}
  /rooms:
    get: {responses: {"200": {description: ok}}}
`;

describe('the start of the server, where an API has a fault', () => {
  after(killMains);

  test("without the portal's own API, the server does not start, and says why", async () => {
    const specs = writeSpecs({ platform: { 'openapi.yaml': document } });
    const { child, output } = startMain({ SPECS_PATH: `specs:${specs}`, DATA_DIR: temporaryFolder() });
    const [code] = await once(child, 'close');
    assert.equal(code, 1);
    assert.match(output(), /platform\/openapi\.yaml:5 .*Lost has no target/);
  });

  test('in strict mode, a fault ends the start with an error; else the terminal tells it', async () => {
    const env = { SPECS_PATH: `specs:${writeSpecs({ broken: { 'openapi.yaml': document } })}` };
    const expected = /broken: GET \/visits, in part: \S*broken\/openapi\.yaml:5 .*Lost has no target.* Define Lost/;
    const strict = startMain({ ...env, DATA_DIR: temporaryFolder(), STRICT: 'on' });
    const [code] = await once(strict.child, 'close');
    assert.equal(code, 1);
    assert.match(strict.output(), expected);
    assert.match(strict.output(), /STRICT is on/);
    const portal = await startReadyMain({ ...env, DATA_DIR: temporaryFolder() });
    assert.match(portal.output(), expected);
  });

  test('in strict mode, a portal without faults starts, with its collections and clients tried', async () => {
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder(), STRICT: '1' });
    assert.equal((await fetch(`${portal.origin}/readyz`)).status, 200);
  });
});

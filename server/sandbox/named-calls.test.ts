import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleRequest } from '../openapi/examples.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { rememberedDocument } from '../testing/remembered-document.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

describeOnDatabases('what is sent to calls by name', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: writeSpecs({ kept: { 'openapi.yaml': rememberedDocument } }) },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = async (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/kept${path}`, { key, body: sent });
  };

  test('is kept by calls that say what they do, and to what', async () => {
    const { datasetArn } = (await call('POST /CreateDataset', { name: 'mine' })).body;
    assert.equal((await call('POST /DescribeDataset', { datasetArn })).body.dataset.name, 'mine');
    assert.equal((await call('POST /DescribeDataset', { datasetArn: 'none' })).status, 404);
    const api = portal.context.apis.get('kept') as ServedApi;
    const listing = api.operations.filter(({ path }) => path === '/ListDatasets');
    const [example] = listing.map((operation) => exampleRequest(api, operation).body?.value);
    const { datasets } = (await call('POST /ListDatasets', example)).body;
    assert.equal((await call('POST /ListDatasets', { nextToken: 'else' })).status, 422);
    assert.ok(datasets.some((each: { datasetArn: string }) => each.datasetArn === datasetArn));
    assert.equal((await call('POST /StopDataset', { datasetArn })).status, 200);
    assert.equal((await call('POST /StopDataset', { datasetArn: 'none' })).status, 404);
  });
});

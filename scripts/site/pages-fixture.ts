import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import type { PortalConfig } from '../../server/settings/portal/portal-config.ts';
import { writeSpec } from '../../server/testing/test-specs.ts';
import { makeApiIndex } from './api-index.ts';
import { asPortalHas, loadApis, withHooks } from './load-apis.ts';
import { createOperationReader } from './operation-data.ts';
import { siteStages } from './site-stages.ts';

/** What the pages of a document would show, in English, and what was left out of them. */
export async function readPages(yaml: string, settings: Partial<PortalConfig> = {}) {
  const faults = createFaultBook();
  const folder = writeSpec(yaml);
  const [loaded] = await loadApis([{ slug: 'api', folder }], ['en'], faults, siteStages);
  if (!loaded) throw new Error(JSON.stringify(faults.list()));
  const api = withHooks(asPortalHas(loaded, settings), faults);
  const read = createOperationReader(api.own);
  return {
    api,
    index: makeApiIndex(api.own, 'en', { isExplained: false, hasWorks: false }),
    operations: api.own.operations.map(read),
    hooks: (api.own.hooks ?? []).map(read),
    faults: faults.list(),
  };
}

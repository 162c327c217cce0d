import type { Config } from '../../server/config.ts';
import { serveApis } from '../../server/create-context.ts';
import { describeFault } from '../../server/openapi/faults.ts';
import { describeLoss } from '../../server/openapi/isolation/fault-book.ts';
import type { Finding } from './finding.ts';

/** Whether each document of the portal can be served. */
export async function checkDocuments(config: Config): Promise<Finding[]> {
  const what = 'Documents';
  try {
    const { apis, faults } = await serveApis(config);
    const found = faults
      .list()
      .map((fault): Finding => ({ what, state: 'bad', text: `${describeLoss(fault)}: ${describeFault(fault)}` }));
    const whole = [...apis.keys()].filter((slug) => faults.list().every(({ api }) => api !== slug));
    return [{ what, state: 'good', text: `${whole.join(', ')}: no faults` }, ...found];
  } catch (error) {
    return [{ what, state: 'bad', text: (error as Error).message }];
  }
}

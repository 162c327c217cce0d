import type { Config } from '../../server/config.ts';
import { serveApis } from '../../server/create-context.ts';
import { describeFault } from '../../server/openapi/faults.ts';
import type { Finding } from './finding.ts';

/** Whether each document of the portal can be served. */
export async function checkDocuments(config: Config): Promise<Finding[]> {
  const what = 'Documents';
  try {
    const { apis, faulty } = await serveApis(config);
    const faults = [...faulty.values()]
      .flat()
      .map((fault): Finding => ({ what, state: 'bad', text: describeFault(fault) }));
    return [{ what, state: 'good', text: `${[...apis.keys()].join(', ')}: no faults` }, ...faults];
  } catch (error) {
    return [{ what, state: 'bad', text: (error as Error).message }];
  }
}

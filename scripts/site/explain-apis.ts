import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../server/openapi/isolation/isolate.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import type { LoadedApi } from './load-apis.ts';
import type { SiteStages } from './site-stages.ts';

/** The sandbox of an API, and how it understands the document. */
export interface ExplainedApi {
  served: ServedApi;
  explanation: Explanation;
}

/** Explains each API that has a sandbox, by slug; one whose sandbox cannot be planned has pages without the explanation. */
export async function explainApis(
  apis: LoadedApi[],
  faults: FaultBook,
  { serveDocument, explainApi }: Pick<SiteStages, 'serveDocument' | 'explainApi'>,
): Promise<Map<string, ExplainedApi>> {
  const explanations = new Map<string, ExplainedApi>();
  for (const api of apis) {
    const text = api.own;
    if (!text.basePath.startsWith('/sandbox/')) continue;
    const explain = async () => {
      const served = await serveDocument(text, faults);
      return { served, explanation: await explainApi(served) };
    };
    const explained = await isolate(faults, 'explanation', api, explain, 'part');
    if (explained) explanations.set(api.slug, explained);
  }
  return explanations;
}

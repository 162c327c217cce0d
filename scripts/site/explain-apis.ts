import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../server/openapi/isolation/isolate.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import type { LoadedApi } from './load-apis.ts';
import type { SiteStages } from './site-stages.ts';

/** Explains each API that has a sandbox, by slug; one whose sandbox cannot be planned has pages without the explanation. */
export async function explainApis(
  apis: LoadedApi[],
  faults: FaultBook,
  { serveDocument, explainApi }: Pick<SiteStages, 'serveDocument' | 'explainApi'>,
): Promise<Map<string, Explanation>> {
  const explanations = new Map<string, Explanation>();
  for (const api of apis) {
    const text = api.own;
    if (!text.basePath.startsWith('/sandbox/')) continue;
    const explain = async () => explainApi(await serveDocument(text, faults));
    const explanation = await isolate(faults, 'explanation', api, explain, 'part');
    if (explanation) explanations.set(api.slug, explanation);
  }
  return explanations;
}

import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../server/openapi/isolation/isolate.ts';
import { asShown } from '../../server/plan/as-shown.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import type { LoadedApi } from './load-apis.ts';
import type { SiteStages } from './site-stages.ts';

/** Plans the sandbox of each API, by slug; one whose sandbox cannot be planned has pages without what is told of it. */
export async function serveForPages(
  apis: LoadedApi[],
  faults: FaultBook,
  { serveDocument }: Pick<SiteStages, 'serveDocument'>,
): Promise<Map<string, ServedApi>> {
  const served = new Map<string, ServedApi>();
  for (const api of apis) {
    const own = await isolate(faults, 'explanation', api, () => serveDocument(api.served ?? api.own, faults), 'part');
    if (own) served.set(api.slug, own);
  }
  return served;
}

/** Explains each API that has a sandbox, by slug; the portal's own API has handlers. */
export async function explainApis(
  served: ReadonlyMap<string, ServedApi>,
  faults: FaultBook,
  { explainApi }: Pick<SiteStages, 'explainApi'>,
): Promise<Map<string, Explanation>> {
  const explanations = new Map<string, Explanation>();
  for (const [slug, api] of served) {
    if (!api.basePath.startsWith('/sandbox/')) continue;
    const explanation = await isolate(faults, 'explanation', api, () => explainApi(asShown(api)), 'part');
    if (explanation) explanations.set(slug, explanation);
  }
  return explanations;
}

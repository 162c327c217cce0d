import { explainApi } from '../../server/plan/explain/explain-api.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import { serveDocument } from '../../server/sandbox/serve-api.ts';
import type { LoadedApi } from './load-apis.ts';

/** Explains each API that has a sandbox, by its slug; one whose profile or seed cannot be read is told and left out. */
export async function explainApis(apis: LoadedApi[], tell: (line: string) => void): Promise<Map<string, Explanation>> {
  const explanations = new Map<string, Explanation>();
  for (const { slug, texts } of apis.flatMap((api) => (api.faults ? [] : [api]))) {
    if (!texts['pt-BR'].basePath.startsWith('/sandbox/')) continue;
    try {
      explanations.set(slug, explainApi(await serveDocument(texts['pt-BR'])));
    } catch (error) {
      tell(`  ${slug} has no page of its sandbox, for it cannot be served: ${(error as Error).message}`);
    }
  }
  return explanations;
}

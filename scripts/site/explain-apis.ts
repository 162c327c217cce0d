import { explainApi } from '../../server/plan/explain/explain-api.ts';
import type { Explanation } from '../../server/plan/explain/explanation.ts';
import { serveDocument } from '../../server/sandbox/serve-api.ts';
import type { LoadedApi } from './load-apis.ts';

/** Explains each API that has a sandbox, by slug; one with an invalid profile or seed is logged and skipped. */
export async function explainApis(apis: LoadedApi[], log: (line: string) => void): Promise<Map<string, Explanation>> {
  const explanations = new Map<string, Explanation>();
  for (const { slug, texts } of apis.flatMap((api) => (api.faults ? [] : [api]))) {
    if (!texts['pt-BR'].basePath.startsWith('/sandbox/')) continue;
    try {
      explanations.set(slug, explainApi(await serveDocument(texts['pt-BR'])));
    } catch (error) {
      log(`  ${slug} has no sandbox plan page, because it cannot be served: ${(error as Error).message}`);
    }
  }
  return explanations;
}

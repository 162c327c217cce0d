import type { Texts } from '../../server/answers/texts.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
import type { Explanation, Fact } from '../../server/plan/explain/explanation.ts';
import { type Locale, languageOf } from '../../server/settings/languages.ts';
import type { FactData, SandboxPlanData } from '../../src/explain/sandbox-plan-data.ts';
import type { ApiText } from './load-apis.ts';
import { siteText } from './site-texts.ts';

/** Builds the data of the sandbox plan page in one language. */
export function makeSandboxPlan(api: ApiText, locale: Locale, explanation: Explanation): SandboxPlanData {
  const language = languageOf(locale);
  const say = (texts: Texts) => texts[language];
  const sayFact = ({ name, text }: Fact): FactData => ({ name: say(name), text: say(text) });
  const summaries = new Map(api.operations.map((operation) => [operation.id, titleOf(operation)]));
  return {
    api: { slug: api.slug, title: api.title, lang: api.lang },
    conventions: explanation.conventions.map(({ property, isSaid, text }) => ({ property, isSaid, text: say(text) })),
    stores: explanation.stores.map(({ store, facts }) => ({ store, facts: facts.map(sayFact) })),
    operations: explanation.operations.map(({ id, slug, method, path, facts, why, hints }) => ({
      slug,
      method,
      path,
      summary: summaries.get(id) ?? id,
      facts: facts.map(sayFact),
      why: why.map(say),
      hints: hints.map(say),
    })),
  };
}

/** Title and description of the page, for its head and for search results. */
export function sandboxPlanTexts({ title }: ApiDocument, locale: Locale): { title: string; description: string } {
  return {
    title: siteText('sandboxPlan.title', locale, { title }),
    description: siteText('sandboxPlan.description', locale, { title }),
  };
}

/** Data of the page that explains an API's sandbox, built per language. */
export interface SandboxPlanData {
  /** `lang` is the language of the document's texts, where they are not in that of the page. */
  api: { slug: string; title: string; lang?: string };
  /** What the profile specifies or, where it does not, the default. */
  conventions: { property: string; isSaid: boolean; text: string }[];
  stores: { store: string; facts: FactData[] }[];
  operations: OperationPlanData[];
}

export interface OperationPlanData {
  slug: string;
  method: string;
  path: string;
  summary: string;
  facts: FactData[];
  why: string[];
  /** What a profile has to specify; code is between backticks. */
  hints: string[];
}

export interface FactData {
  name: string;
  text: string;
}

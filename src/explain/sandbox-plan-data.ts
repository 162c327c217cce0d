/** What the page of an API's sandbox knows; made when the portal is built, in its language. */
export interface SandboxPlanData {
  api: { slug: string; title: string };
  /** What the profile says or, where it says nothing, what holds then. */
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
  /** What a profile has to say; code stands between backticks. */
  hints: string[];
}

export interface FactData {
  name: string;
  text: string;
}

import { loadTexts } from '../../server/openapi/load-api.ts';
import { explainApi } from '../../server/plan/explain/explain-api.ts';
import { serveDocument } from '../../server/sandbox/serve-api.ts';
import { makeApiIndex } from './api-index.ts';
import { makeSamples } from './code-samples.ts';
import { createOperationReader } from './operation-data.ts';
import { makeOutline } from './outline.ts';
import { makeSandboxPlan } from './sandbox-plan.ts';
import { readScopeTexts } from './scope-texts.ts';
import { makeWorks } from './works/make-works.ts';

/** What is made of each document for its pages; a test replaces one of these by what throws. */
export const siteStages = {
  loadTexts,
  serveDocument,
  explainApi,
  createOperationReader,
  makeSamples,
  makeOutline,
  readScopeTexts,
  makeApiIndex,
  makeSandboxPlan,
  makeWorks,
};

export type SiteStages = typeof siteStages;

import { _, type Ajv2020, type AnySchema, type KeywordCxt } from 'ajv/dist/2020.js';
import type { Schema } from './document-types.ts';
import { splitExact } from './exact-limits.ts';
import { changeParts } from './schema-keywords.ts';
import { type StepsOfSchema, stepsOfSchema } from './steps-of-schema.ts';

/** Thrown when a value takes more steps to check than it may. */
export class TooManySteps extends Error {}

/** How many more steps the checks of a value may take: a body that is small can take millions where choices are nested. */
export interface StepBudget {
  left: number;
  /** Throws TooManySteps when none are left. */
  spend(steps: number): void;
}

export function createBudget(): StepBudget {
  const budget: StepBudget = {
    left: 0,
    spend(steps) {
      budget.left -= steps;
      if (budget.left < 0) throw new TooManySteps();
    },
  };
  return budget;
}

const keyword = 'x-steps';

/** Makes the compiled schemas spend a budget at each visit, before what is inside them is checked. */
export function addSteps(ajv: Ajv2020, budget: StepBudget): void {
  ajv.addKeyword({
    keyword,
    schemaType: 'object',
    before: '$ref',
    code: ({ gen, data, schema }: KeywordCxt) => {
      const { always, perText, perItem, perName } = schema as StepsOfSchema;
      const spent = gen.scopeValue('obj', { ref: budget });
      const names = gen.scopeValue('func', { ref: countNames });
      gen.code(_`if ((${spent}.left -= ${always}) < 0) ${spent}.spend(0);`);
      if (perText > 0) gen.code(_`if (typeof ${data} === "string") ${spent}.spend(${data}.length / 100 * ${perText});`);
      if (perItem > 0) gen.code(_`if (Array.isArray(${data})) ${spent}.spend(${data}.length * ${perItem});`);
      if (perName > 0) gen.code(_`${spent}.spend(${names}(${data}) * ${perName});`);
    },
  });
}

/** Copies a schema so that each part of it spends steps. Throws where a part has more than so many properties. */
export function countSteps(schema: AnySchema, mostProperties: number): AnySchema {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const parts = Object.entries(schema).map(([name, value]) => {
    if (name === 'properties' && countNames(value) > mostProperties) throw new Error('The schema is too wide.');
    return [name, changeParts(name, value, (part) => countSteps(part as AnySchema, mostProperties))];
  });
  const steps = stepsOfSchema(schema as Schema);
  return splitExact(Object.fromEntries(steps ? [...parts, [keyword, steps]] : parts));
}

function countNames(value: unknown): number {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).length : 0;
}

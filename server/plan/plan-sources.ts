import type { Texts } from '../answers/texts.ts';
import type { Pager } from '../dialect/pagination/pager.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import type { Family } from './find-families.ts';
import type { ResourcePaths } from './find-resources.ts';
import type { Singleton } from './find-singletons.ts';
import type { OperationPlan } from './plan-types.ts';
import type { SchemaIndex } from './schema-index.ts';

/** What is known of the document when an operation is planned. */
export interface PlanSources {
  document: OpenApiDocument;
  resources: Map<string, ResourcePaths>;
  /** The resources by the schema of their records. */
  bySchema: SchemaIndex;
  /** Literal paths that can be read and written, or that a profile names: one record each. */
  singletons: Map<string, Singleton>;
  /** Operations that say by a word in their path what they do, and their families. */
  families: Map<Operation, Family>;
  /** The pager that the profile sets for a store. */
  pagerOf: (store: string) => Pager | undefined;
  /** Whether the profile sends page links in a `Link` header. */
  linkHeader?: boolean;
  /** Whether the profile says something about the records of a store. */
  hasRules: (store: string) => boolean;
  /** Whether the profile has a way to sort lists. */
  isSorted: boolean;
  /** The property that wraps the list in the profile's page bodies. */
  within?: string;
  /** The operationIds with a custom handler. */
  handled: Set<string>;
}

/** What is known of an operation before its role is. */
export type Base = Pick<OperationPlan, 'operation' | 'parents' | 'filters' | 'success'>;

/** The plan of an operation that keeps nothing. */
export function stateless(base: Base, why: Texts): OperationPlan {
  return { ...base, role: 'stateless', why: [why] };
}

import type { OperationData } from './operation-data.ts';

/** The address of an operation's page, as the build has named it. */
export function operationAddress({ api, slug }: Pick<OperationData, 'api' | 'slug'>): string {
  return `/reference/${api.slug}/${slug}`;
}

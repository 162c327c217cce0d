import { useCallback } from 'react';
import type { OperationData } from '../../documents/operation-data.ts';
import { useOperations } from '../../documents/use-operation.ts';
import type { JsonLine } from '../answer/json-lines.ts';
import { type CalledApi, findRecord, findTarget } from './find-target.ts';

/** The operation that was called, and the server on which. */
export interface Called {
  operation: OperationData;
  serverUrl: string;
}

/** The API that was called, once its operations are known. */
export function useCalledApi(called: Called | undefined): CalledApi | undefined {
  const slug = called?.operation.api.slug;
  const operations = useOperations(slug ?? null);
  if (!called || !operations || slug === undefined) return undefined;
  return { slug, base: called.serverUrl + called.operation.api.basePath, operations };
}

/** Where a line of an answer leads to: to the operation that reads what it names, or to an address. */
export function useFollow(called: Called | undefined): (line: JsonLine) => string | undefined {
  const { slug, base, operations } = useCalledApi(called) ?? {};
  return useCallback(
    ({ value, name }) => {
      if (!slug || !base || !operations || !/^(string|number|bigint)$/.test(typeof value)) return undefined;
      const api = { slug, base, operations };
      const text = String(value);
      const target = typeof value === 'string' ? findTarget(api, text) : undefined;
      return target ?? (name === undefined ? undefined : findRecord(api, JSON.parse(name), text));
    },
    [slug, base, operations],
  );
}

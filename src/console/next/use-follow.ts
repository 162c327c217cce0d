import { useMemo } from 'react';
import type { OperationData } from '../../documents/operation-data.ts';
import { useOperations } from '../../documents/use-operation.ts';
import type { JsonLine } from '../answer/json-lines.ts';
import { addressOfCall, type CalledApi, findTarget, recordReaders } from './find-target.ts';

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

/** What tells where a value of an answer leads to, by the member's name as it is written. */
export type Follow = (line: Pick<JsonLine, 'value' | 'name'>) => string | undefined;

/** Where a line of an answer leads to: to the operation that reads what it names, or to an address. */
export function useFollow(called: Called | undefined): Follow {
  const { slug, base, operations } = useCalledApi(called) ?? {};
  return useMemo((): Follow => {
    if (!slug || !base || !operations) return () => undefined;
    const readers = recordReaders(operations);
    const known = new WeakMap<Parameters<Follow>[0], string | undefined>();
    const find = ({ value, name }: Parameters<Follow>[0]) => {
      // Ids of requests lead to the log.
      if (!/^(string|number|bigint)$/.test(typeof value) || /^$|\breq_[0-9a-f]{32}\b/.test(String(value)))
        return undefined;
      const target = typeof value === 'string' ? findTarget({ slug, base, operations }, value) : undefined;
      const member = name === undefined ? '' : String(JSON.parse(name));
      const reader = target ?? readers.get(member);
      return target ?? (reader && addressOfCall(slug, reader, [[`path.${member}`, String(value)]]));
    };
    return (line) => {
      if (!known.has(line)) known.set(line, find(line));
      return known.get(line);
    };
  }, [slug, base, operations]);
}

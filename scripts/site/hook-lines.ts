import type { Hook } from '../../server/openapi/hooks.ts';
import { wordsOf } from '../../server/openapi/operation-title.ts';
import type { HookLine } from '../../src/documents/operation-aside.ts';

/** What a webhook or callback is called where people read. */
export function titleOfHook({ operation, name }: Pick<Hook, 'operation' | 'name'>): string {
  return operation.summary?.trim() || wordsOf(name);
}

/** A webhook or callback in a list. */
export function lineOf(hook: Hook): HookLine {
  const { slug, name, method, expression } = hook;
  return { slug, name, method: method.toUpperCase(), summary: titleOfHook(hook), ...(expression && { expression }) };
}

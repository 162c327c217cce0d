import type { Client, Collect, Items, Pages } from './client-types.ts';
import type { AnyRequest } from './description.ts';
import type { Page, Result } from './result-types.ts';

type PageResult = Result<unknown, Record<never, never>, number, Page<unknown, AnyRequest>>;

async function* eachPage(
  client: Client,
  list: unknown,
  request?: AnyRequest,
): AsyncGenerator<PageResult, void, undefined> {
  const call = list as (client: Client, request?: AnyRequest) => Promise<PageResult>;
  const asked = new Set<string>();
  for (let next = request, isFirst = true; isFirst || next; isFirst = false) {
    // An API that answers the same page again would never come to an end.
    const question = JSON.stringify(next?.query ?? {});
    if (asked.has(question)) return;
    asked.add(question);
    const result: PageResult = await call(client, next);
    yield result;
    next = result.page?.next;
  }
}

async function* eachItem(
  client: Client,
  list: unknown,
  request?: AnyRequest,
): AsyncGenerator<PageResult, void, undefined> {
  for await (const result of eachPage(client, list, request)) {
    if (!result.ok) yield result;
    else for (const data of result.page.items) yield { ...result, data };
  }
}

async function allItems(client: Client, list: unknown, request?: AnyRequest): Promise<PageResult> {
  const items: unknown[] = [];
  let last: PageResult | undefined;
  for await (const result of eachPage(client, list, request)) {
    if (!result.ok) return result;
    items.push(...result.page.items);
    last = result;
  }
  return { ...(last as PageResult & { ok: true }), data: items };
}

// The types of the three say what each list has; at run time, every list is called alike.
export const pages = eachPage as Pages;
export const items = eachItem as Items;
export const collect = allItems as Collect;

import { isHookSlug } from '../../server/openapi/hooks.ts';
import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../server/openapi/isolation/isolate.ts';
import { type LoadedApi, leaveOut } from './load-apis.ts';
import { howItWorks, sandboxPlan } from './pages.ts';

/** A page of the reference that Docusaurus could not render, and why. */
export interface UnrenderedPage {
  api: string;
  /** Its last segment; undefined for the overview of the API. */
  page?: string;
  reason: string;
}

const inOutput = [
  // "Docusaurus static site generation failed for 1 path: - "/en/reference/a/b"", "Can't render static file for pathname …".
  /(?:^\s*- |pathname )"?[^\s"]*\/reference\/([^/\s"]+)(?:\/([^/\s"]+))?"?/gm,
  // "MDX compilation failed for file ".cais/reference/en/a/b.api.mdx"", and the bundler's names of files.
  /\/reference\/[\w-]+\/([^/\s"]+)\/([^/\s"]+?)(?:\.api)?\.(?:mdx|json)/g,
];

/** Reads in the output of a failed build which pages of the reference it failed for. */
export function readUnrendered(output: string, apis: readonly string[]): UnrenderedPage[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours of a terminal.
  const text = output.replaceAll(/\u001b\[[\d;]*m/g, '');
  const reason =
    /^(?:\s*\[?cause\]?: *)?(?:\w*Error): (?!.*(?:Unable to build website|static site generation failed|Can't render)).+/m
      .exec(text)?.[0]
      .replace(/^.*?Error: /, '');
  const pages = new Map<string, UnrenderedPage>();
  for (const pattern of inOutput)
    for (const [, api = '', name] of text.matchAll(pattern)) {
      const page = name === 'index' ? undefined : name;
      if (apis.includes(api)) pages.set(`${api}/${page}`, { api, page, reason: reason ?? 'it cannot be rendered' });
    }
  return [...pages.values()];
}

/** Leaves out the pages that could not be rendered; an API without its overview has none. Returns the APIs that have pages. */
export function leaveOutUnrendered(apis: LoadedApi[], pages: UnrenderedPage[], faults: FaultBook): LoadedApi[] {
  return apis.flatMap((api) => {
    const own = pages.filter((each) => each.api === api.slug);
    const lost = new Set<string>();
    for (const { page, reason } of own) {
      const operation = api.own.operations.find(({ slug }) => slug === page);
      const fail = () => {
        throw new Error(reason);
      };
      if (operation) {
        lost.add(operation.slug);
        isolateNow(faults, 'pages', api, fail, { operation });
      } else if (page !== undefined && isHookSlug(page)) {
        lost.add(page);
        isolateNow(faults, 'pages', api, fail, { leftOut: 'part' });
      } else if (page === sandboxPlan) isolateNow(faults, 'explanation', api, fail);
      else if (page === howItWorks) isolateNow(faults, 'pages', api, fail, { leftOut: 'part' });
      else isolateNow(faults, 'texts', api, fail, { leftOut: 'api' });
    }
    return own.some(({ page }) => page === undefined) ? [] : leaveOut(api, lost);
  });
}

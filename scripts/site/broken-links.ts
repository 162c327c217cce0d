import type { ApiFault } from '../../server/openapi/isolation/fault-book.ts';

interface BrokenLink {
  from: string;
  to: string;
}

/** Reads the links without a target of which Docusaurus has warned. */
function readBrokenLinks(output: string): BrokenLink[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours of a terminal.
  const lines = output.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n');
  let from = '';
  return lines.flatMap((line) => {
    from = /Broken (?:link|anchor) on source page path = (\S+?):?$/.exec(line)?.[1] ?? from;
    const [, to] = /-> linking to (\S+)/.exec(line) ?? [];
    return to === undefined ? [] : [{ from, to }];
  });
}

/**
 * Lists the links to what was left out of the reference: they lead to the page of what is missing. Throws an error for others, which
 * are slips of whoever wrote the page.
 */
export function checkBrokenLinks(output: string, faults: readonly ApiFault[]): string[] {
  const links = readBrokenLinks(output);
  const apis = new Set(faults.map(({ api }) => api));
  const isMissing = ({ to }: BrokenLink) => apis.has(/\/reference\/([^/?#]+)/.exec(to)?.[1] ?? '');
  const wrong = links.filter((link) => !isMissing(link));
  if (wrong.length > 0)
    throw new Error(`Links lead nowhere:\n${wrong.map(({ from, to }) => `  ${from} links to ${to}`).join('\n')}`);
  return links.map(({ from, to }) => `${from} links to ${to}, which is left out`);
}

/** A metric in a query, with the labels that choose its series. */
interface Selector {
  metric: string;
  matchers: { label: string; matches(value: string): boolean }[];
  /** The function of a counter that it stands in: `rate`, `increase`. */
  ofCounter: boolean;
}

/** What the part of PromQL that the example dashboard uses asks for; anything else is refused. */
export interface Query {
  selectors: Selector[];
  /** The labels that aggregations keep, one list for each; none without an aggregation. */
  groupings: string[][];
  isQuantile: boolean;
}

const functions = ['sum', 'max', 'topk', 'rate', 'increase', 'histogram_quantile'];

export function readQuery(text: string): Query {
  const groupings: string[][] = [];
  const bare = text.replaceAll(/\bby \(([^)]*)\)/g, (_, labels: string) => {
    groupings.push(labels.split(',').map((label) => label.trim()));
    return '';
  });
  const selectors: Selector[] = [];
  const rest = bare.replaceAll(
    /(?<call>[a-z_]+)\s*\(|(?<metric>[a-z][a-z0-9_]*)(?:\{(?<matchers>[^}]*)\})?(?<range>\[\$__rate_interval\])?/g,
    (...found) => {
      const { call, metric, matchers = '', range } = found.at(-1) as Record<string, string | undefined>;
      if (call !== undefined && !functions.includes(call)) throw new Error(`${call}() in ${text}`);
      if (metric !== undefined)
        selectors.push({ metric, matchers: readMatchers(matchers, text), ofCounter: range !== undefined });
      return call === undefined ? 'x' : '(';
    },
  );
  // What is left are parentheses, numbers, commas, the division of two parts, and the places of metrics.
  if (!/^[(), x\d./]+$/.test(rest)) throw new Error(`${rest} in ${text}`);
  return { selectors, groupings, isQuantile: text.includes('histogram_quantile') };
}

function readMatchers(text: string, query: string): Selector['matchers'] {
  const parts = text === '' ? [] : text.split(/,(?=[a-z_]+[=!])/);
  return parts.map((part) => {
    const [, label, operator, value] = /^([a-z_]+)(=~|!~|!=|=)"([^"]*)"$/.exec(part) ?? [];
    if (label === undefined || value === undefined) throw new Error(`${part} in ${query}`);
    const expected = new RegExp(`^(?:${value})$`);
    const isSame = (found: string) => (operator?.endsWith('~') ? expected.test(found) : found === value);
    return { label, matches: (found) => isSame(found) !== operator?.startsWith('!') };
  });
}

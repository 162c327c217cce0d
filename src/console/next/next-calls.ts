import type { LinkData } from '../../documents/operation-aside.ts';
import type { OperationData } from '../../documents/operation-data.ts';
import type { OperationSlugs } from '../../documents/operation-page.ts';
import { findHeader, type ReceivedResponse } from '../../exchange/received-response.ts';
import { listOf } from '../seen-ids.ts';
import { evaluateLink, type LinkSource } from './evaluate-link.ts';
import { findIdOf } from './find-id-of.ts';
import { addressOfCall, type CalledApi } from './find-target.ts';

/** A call that may follow, with what of this one. */
export interface NextCall {
  method: string;
  summary: string;
  to: string;
}

interface Call {
  api: CalledApi;
  operation: OperationData;
  /** Of the path's parameters. */
  pathValues: Record<string, string>;
  response: ReceivedResponse;
  /** The answer's JSON, if it is that. */
  body: unknown;
  sent: unknown;
}

const MOST = 5;

type Entry = OperationSlugs[number];

/** What may be called after a successful call: what its document links to, and what its paths say of the record that it was about. */
export function nextCalls(call: Call): NextCall[] {
  const { api, operation, response } = call;
  if (response.status >= 300) return [];
  const all = [...ofLinks(call), ...ofPaths(call)].filter(
    ({ entry: [, slug] }, index, every) =>
      slug !== operation.slug && every.findIndex((other) => other.entry[1] === slug) === index,
  );
  return all.slice(0, MOST).map(({ entry: [, slug, method, , summary], fields }) => ({
    method,
    summary,
    to: addressOfCall(api.slug, slug, fields),
  }));
}

interface Found {
  entry: Entry;
  fields: [key: string, value: string][];
}

function ofLinks({ api, operation, response, body, sent, pathValues }: Call): Found[] {
  const { status } = response;
  const { responses } = operation;
  const declared = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  const source: LinkSource = {
    body,
    sent,
    pathValues,
    url: response.url,
    header: (name) => findHeader(response, name),
  };
  return (declared?.links ?? []).flatMap((link: LinkData): Found[] => {
    const entry = api.operations.find(([, slug]) => slug === link.operation?.slug);
    if (!entry) return [];
    const fields = link.parameters.flatMap(([name, expression]): [string, string][] => {
      const value = evaluateLink(expression, source);
      const bare = name.replace(/^(path|query|header|cookie)\./, '');
      const place = name !== bare ? name : `${entry[3].includes(`{${bare}}`) ? 'path' : 'query'}.${bare}`;
      return value === undefined ? [] : [[place, value]];
    });
    return [{ entry, fields }];
  });
}

/** The record's own path, and what lies below it. */
function ofPaths({ api, operation, response, body, pathValues }: Call): Found[] {
  const item = findItem(api.operations, operation);
  if (!item) return [];
  const { template, name } = item;
  const record = operation.path.endsWith('}') || operation.method !== 'GET' ? body : listOf(body)[0];
  const known = pathValues[name] ?? findIdOf(record, name, findHeader(response, 'location'));
  const isGone = operation.method === 'DELETE' && operation.path === template;
  const values: Record<string, string> = known === undefined ? pathValues : { ...pathValues, [name]: known };
  const collection = template.slice(0, template.lastIndexOf('/'));
  const fits = ([, , method, path]: Entry) =>
    isGone || known === undefined ? path === collection && method === 'GET' : isNear(path, template, method);
  return api.operations
    .filter(fits)
    .map((entry): Found => {
      const names = [...entry[3].matchAll(/\{([^}]+)\}/g)].map(([, each = '']) => each);
      return {
        entry,
        fields: names.flatMap((each): [string, string][] => (values[each] ? [[`path.${each}`, values[each]]] : [])),
      };
    })
    .toSorted((one, other) => rank(one.entry, template) - rank(other.entry, template));
}

/** The path of the record that an operation is about: its own, that above an action, or the one below a collection. */
function findItem(operations: OperationSlugs, { path }: OperationData): { template: string; name: string } | undefined {
  const paths = [...new Set(operations.map(([, , , each]) => each))];
  const below = paths.find(
    (each) => each.startsWith(`${path}/{`) && each.lastIndexOf('/') === path.length && each.endsWith('}'),
  );
  const own = /^.*\/\{[^}]+\}$/.test(path) ? path : undefined;
  const above = /^(.*\/\{[^}]+\})[/:][^/{}]+$/.exec(path)?.[1];
  const template = own ?? below ?? (above !== undefined && paths.includes(above) ? above : undefined);
  const name = template && /\{([^}]+)\}$/.exec(template)?.[1];
  return template && name ? { template, name } : undefined;
}

/** The record itself, and what is one step below it. */
function isNear(path: string, template: string, method: string): boolean {
  if (path === template) return true;
  const rest = path.startsWith(template) ? path.slice(template.length) : '';
  return /^[/:][^/{}]+$/.test(rest) && (method === 'POST' || method === 'GET');
}

/** To read comes first, then what it can do, what it has, how it changes, and last how it goes. */
function rank([, , method, path]: Entry, template: string): number {
  const isOwn = path === template;
  return isOwn ? ({ GET: 0, PATCH: 3, PUT: 4, DELETE: 5 }[method] ?? 6) : method === 'POST' ? 1 : 2;
}

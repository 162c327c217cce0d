import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { type ApiDocument, loadApi } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { basePathOf } from '../../server/openapi/servers.ts';
import { readRequests, readScopes, type ShownRequest } from './read-claims.ts';

const root = resolve(import.meta.dirname, '../..');
const slugs = ['notas', 'gestor', 'recebiveis', 'crm', 'platform'];
const guides = globSync('{docs,guides,i18n/*/docusaurus-plugin-content-docs/current}/**/*.mdx', { cwd: root }).sort();

describe('what guides name exists in the documents', () => {
  const apis = new Map<string, ApiDocument>();
  let scopes: Set<string>;
  before(async () => {
    for (const slug of slugs) apis.set(slug, await loadApi(join(root, 'specs', slug)));
    scopes = new Set(['*:read', '*:write', ...[...apis.values()].flatMap(scopesOf)]);
  });

  for (const guide of guides) {
    test(`${guide}: operations, paths, parameters, statuses and scopes`, () => {
      const markdown = readFileSync(join(root, guide), 'utf8');
      const faults: string[] = [];
      for (const [, slug = '', page = ''] of markdown.matchAll(/\(\/reference\/([a-z]+)\/([a-z0-9-]+)/g)) {
        const known =
          apis.get(slug)?.operations.some((operation) => operation.slug === page) ||
          ['sandbox-plan', 'how-it-works'].includes(page);
        if (!known) faults.push(`/reference/${slug}/${page} is no operation`);
      }
      for (const request of readRequests(markdown)) {
        const fault = faultOf(request);
        if (fault) faults.push(`line ${request.line}: ${request.method ?? ''} ${request.path} ${fault}`);
      }
      for (const scope of readScopes(markdown)) if (!scopes.has(scope)) faults.push(`${scope} is no scope`);
      assert.deepEqual(faults, []);
    });
  }

  test('requests are found: the guides show hundreds', () => {
    const shown = guides.flatMap((guide) => readRequests(readFileSync(join(root, guide), 'utf8')));
    assert.ok(shown.length > 200, `${shown.length} requests`);
    assert.ok(
      shown.filter(({ status }) => status).length > 80,
      `${shown.filter(({ status }) => status).length} statuses`,
    );
    assert.ok(shown.filter(({ query }) => query.length > 0).length > 20, 'queries');
  });

  /** What is wrong with a request, by the document of its API. */
  function faultOf({ method, path, query, status }: ShownRequest): string | undefined {
    const slug = path.startsWith('/platform/') ? 'platform' : (path.split('/')[2] ?? '');
    const api = apis.get(slug);
    // Guides also show APIs of their own, addresses that do not exist, and the address of a whole API.
    if (
      !api ||
      /…|[^/]\$\{/.test(path) ||
      status === '404' ||
      path === api.basePath ||
      `${path}/`.startsWith(`${api.basePath}/$`)
    )
      return undefined;
    const candidates = api.operations.filter((operation) => matches(api, operation, path));
    if (candidates.length === 0)
      return api.operations.some((each) => below(api, each, path)) ? undefined : 'is no path';
    const called = method ? candidates.filter((operation) => operation.method.toUpperCase() === method) : candidates;
    if (called.length === 0) return status === '405' || method === 'OPTIONS' ? undefined : 'is not declared';
    const [operation] = called as [Operation];
    if (status && !operation.responses[status]) return `declares no ${status}`;
    // A refused request may show a parameter that is wrong on purpose.
    if (status && /^4/.test(status)) return undefined;
    const properties = JSON.stringify(api.document.components?.schemas ?? {});
    const unknown = query.filter(
      (name) =>
        !called.some(({ parameters }) => parameters.some((parameter) => parameter.name === name)) &&
        !name.split('.').every((part) => properties.includes(`"${part.replace(/[<>]=?$/, '')}":`)),
    );
    return unknown.length > 0 ? `has no parameter ${unknown}` : undefined;
  }
});

/** Whether a path, with values or variables for parameters, is that of an operation. */
function matches(api: ApiDocument, operation: Operation, path: string): boolean {
  const own = `${basePathOf(api, operation)}${operation.path}`.split('/');
  const shown = path.split('/');
  return own.length === shown.length && own.every((part, index) => fits(part, shown[index] ?? ''));
}

/** Whether a path is the beginning of an operation's: `/sandbox/crm/v1`. */
function below(api: ApiDocument, operation: Operation, path: string): boolean {
  const own = `${basePathOf(api, operation)}${operation.path}`.split('/');
  return path
    .replace(/\/$/, '')
    .split('/')
    .every((part, index) => own[index] !== undefined && fits(own[index], part));
}

function fits(part: string, shown: string): boolean {
  return part.startsWith('{') || /^\$|^\{/.test(shown) || part === shown;
}

/** The scopes that the operations of an API require, by its document, and its own pair. */
function scopesOf({ slug, operations, document }: ApiDocument): string[] {
  const flows = JSON.stringify(document.components?.securitySchemes ?? {});
  const listed = [...flows.matchAll(/"([a-z_]+(?::[a-z_]+)?:(?:read|write))"/g)].map(([, name = '']) => name);
  const required = operations.flatMap(({ security }) => security.flatMap((set) => Object.values(set).flat()));
  return [`${slug}:read`, `${slug}:write`, ...listed, ...required];
}

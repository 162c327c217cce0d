import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Role } from '../dialect/access.ts';
import { issueKey } from '../identity/api-keys.ts';
import { exampleOfParameter } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';

const roles: Role[] = ['administrator', 'developer', 'reader'];

/** The scopes of a key: none, all reads, all writes, those of this operation, of its whole API, of another resource, of other APIs. */
const grants = ['none', '*:read', '*:write', 'own', 'api', 'sibling', 'foreign'] as const;

/** Operations on the data of all APIs: the scopes of every one of them are required. (An import without a file is refused for that.) */
const ofAllData = new Set(['exportWorkspace']);

/**
 * An independent statement of the rule: readers only read; then the scopes that the document lists for the operation, else
 * one of its tag, or of the first word of its path, by method; the scope of an API includes those of its resources, and `*`
 * stands for every API.
 */
function expectation(api: ServedApi, { method, security, operation, path }: Operation) {
  const listed = security.map((requirement) => Object.values(requirement).flat()).filter((set) => set.length > 0);
  const onlyReads = method === 'get' || (listed.length > 0 && listed.flat().every((name) => name.endsWith(':read')));
  const access = onlyReads ? 'read' : 'write';
  const resource = (operation.tags?.[0] ?? path.split('/')[1] ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '');
  const own = listed[0] ?? [`${api.slug}:${resource}:${access}`];
  const isWhole = own.every((name) => name.startsWith(`${api.slug}:`));
  return { access, own, isWhole };
}

describe('roles and scopes: every operation of every document', () => {
  let portal: TestPortal;
  let workspaceId: string;
  before(async () => {
    portal = await startTestPortal({ env: { SPECS_PATH: allSpecs() } });
    workspaceId = (await portal.call('POST /platform/v1/guest_workspaces')).body.workspace.id;
  });
  after(() => portal.close());

  const keys = new Map<string, Promise<string>>();
  const keyWith = (role: Role, scopes: string[]) => {
    const name = `${role} ${scopes.join(' ')}`;
    const request = { workspaceId, environment: 'test' as const, role, scopes, now: new Date(), expiresAt: null };
    const made = async () => (await issueKey(portal.context.db, portal.context.peppers, request)).secret;
    return keys.getOrInsertComputed(name, made);
  };

  const send = async (api: ServedApi, operation: Operation, key: string) => {
    // Unknown ids and empty bodies: an allowed call is refused for these, and changes nothing.
    const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
      const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
      const isNumber = /integer|number/.test(String(parameter?.schema?.type));
      return isNumber
        ? '987654'
        : typeof parameter?.schema?.format === 'string'
          ? String(parameter && exampleOfParameter(api.document, parameter))
          : 'unknown';
    });
    const scheme = Object.values(api.document.components?.securitySchemes ?? {})[0] as {
      scheme?: string;
      name?: string;
    };
    const { statusCode, body } = await portal.app.inject({
      method: operation.method.toUpperCase() as 'GET',
      url: api.basePath + path,
      headers: scheme?.name
        ? { [scheme.name]: key }
        : { authorization: scheme?.scheme === 'basic' ? `Basic ${btoa(`${key}:x`)}` : `Bearer ${key}` },
    });
    return { status: statusCode, body };
  };

  test('allows exactly what the role and the scopes allow', async () => {
    let asked = 0;
    for (const api of portal.context.apis.values()) {
      for (const operation of api.operations) {
        if (isServedApart(api, operation) || (api.slug === 'platform' && operation.security.length === 0)) continue;
        // A stream does not end by itself, and similar operations require the same scopes.
        if (operation.path.endsWith('/stream')) continue;
        // What is gone is gone for everybody.
        if (api.plan.operations.get(operation)?.role === 'gone') continue;
        const { access, own, isWhole } = expectation(api, operation);
        for (const role of roles) {
          // The tests of members cover whom a developer may remove or invite: everyone may leave, for instance.
          if (role === 'developer' && own.includes('members:write')) continue;
          for (const grant of grants) {
            const others = [`${api.slug}:other:read`, `${api.slug}:other:write`];
            const foreign = ['nowhere:read', 'nowhere:write'];
            const scopes = { none: [], own, api: [`${api.slug}:${access}`], sibling: others, foreign }[
              grant as 'own'
            ] ?? [grant];
            const suffices =
              grant === `*:${access}` ||
              (!ofAllData.has(operation.id) && (grant === 'own' || (grant === 'api' && isWhole)));
            const allowed = (role !== 'reader' || access === 'read') && suffices;
            const { status, body } = await send(api, operation, await keyWith(role, scopes));
            const refused = status === 403 && /insufficient_(scope|role)|escopo|papel/.test(body);
            const unlikely = api.profile.access && role !== 'administrator';
            const context = `${api.slug} ${operation.id} ${role} ${scopes} answered ${status} ${body.slice(0, 200)}`;
            assert.notEqual(status, 401, context);
            assert.ok(status < 500 || status === 501, context);
            assert.equal(refused, !allowed || unlikely === true, context);
            asked++;
          }
        }
      }
    }
    assert.ok(asked > 1500, `${asked} calls`);
  });
});

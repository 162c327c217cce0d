import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findFormat } from '../dialect/formats/format.ts';
import { exampleOfParameter, exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';

describeOnDatabases('every operation of every document', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: allSpecs() } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const apiOf = (slug: string) => portal.context.apis.get(slug) as ServedApi;

  /** Sends the documented example request of an operation. */
  function send(
    api: ServedApi,
    operation: Operation,
    options: CallOptions,
    ids: Record<string, unknown> = {},
  ): Promise<TestAnswer> {
    const { body, query, header } = exampleRequest(api, operation);
    const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
      const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
      return encodeURIComponent(String(ids[name] ?? (parameter && exampleOfParameter(api.document, parameter))));
    });
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
    const headers = {
      ...(body && { 'content-type': body.mediaType }),
      ...(header as Record<string, string>),
      ...options.headers,
    };
    return portal.call(`${operation.method.toUpperCase()} ${api.basePath}${path}${search && `?${search}`}`, {
      ...options,
      headers,
      body: body?.value,
    });
  }

  /** Asserts that a document declares the status, and that the body matches the declaration. */
  function assertDeclared(api: ServedApi, operation: Operation, { status, headers, body }: TestAnswer): void {
    const response = operation.responses[String(status)];
    assert.ok(response, `${operation.id} answered ${status}, which it does not declare: ${JSON.stringify(body)}`);
    const mediaType = headers['content-type']?.split(';')[0];
    if (!mediaType) {
      assert.deepEqual([Object.keys(response.content ?? {}), body], [[], ''], operation.id);
      return;
    }
    const schema = response.content?.[mediaType]?.schema;
    assert.ok(schema, `${operation.id} declares no ${mediaType} for ${status}`);
    const value = findFormat(api.profile.formats, mediaType)?.read?.(body, { document: api.document, schema }) ?? body;
    assert.deepEqual(api.validator.response(schema, value), [], `${operation.id}: ${JSON.stringify(body)}`);
  }

  for (const slug of ['notas', 'gestor', 'recebiveis', 'crm', 'biblioteca', 'train-travel']) {
    test(`${slug}: each responds to its example as declared`, async () => {
      const api = apiOf(slug);
      const depth = ({ parents }: OperationPlan) => parents.length;
      const plans = [...api.plan.operations.values()];
      const deletes = plans.filter(({ role }) => role === 'delete').sort((a, b) => depth(b) - depth(a));
      for (const { operation, role } of [...plans.filter(({ role }) => role !== 'delete'), ...deletes]) {
        const answer = await send(api, operation, { key });
        assert.ok(
          role === 'gone' ? answer.status === 410 : answer.status >= 200 && answer.status < 300,
          `${operation.id} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
        );
        assertDeclared(api, operation, answer);
      }
    });

    test(`${slug}: each list is a list, and each of its records can be read`, async () => {
      const [api, fresh] = [apiOf(slug), await portal.guest()];
      for (const { operation, list, resource } of api.plan.operations.values()) {
        if (!list) continue;
        const { body } = await send(api, operation, { key: fresh });
        const page = list.within ? body[list.within] : body;
        const records = list.key ? page[list.key] : page;
        assert.ok(Array.isArray(records) && records.length > 0, `${operation.id} begins empty`);
        const read = [...api.plan.operations.values()].find(
          (plan) => plan.role === 'read' && plan.resource === resource,
        );
        if (!read?.idParameter || !resource?.idKey) continue;
        for (const record of records) {
          const answer = await send(
            api,
            read.operation,
            { key: fresh },
            { [read.idParameter]: record[resource.idKey] },
          );
          assert.equal(answer.status, 200, `${read.operation.id} ${record[resource.idKey]}`);
          assertDeclared(api, read.operation, answer);
        }
      }
    });

    test(`${slug}: each refuses a missing key and an unknown id, as declared`, async () => {
      const api = apiOf(slug);
      for (const plan of api.plan.operations.values()) {
        const { operation } = plan;
        const anonymous = await send(api, operation, {});
        assert.equal(anonymous.status, api.profile.statuses?.missing_credentials ?? 401, operation.id);
        assertDeclared(api, operation, anonymous);
        if (!plan.idParameter || plan.putCreates) continue;
        const isNumber = operation.parameters.some(
          ({ name, schema }) => name === plan.idParameter && schema?.type === 'integer',
        );
        const missing = await send(
          api,
          operation,
          { key },
          { [plan.idParameter]: isNumber ? 987654 : '00000000-0000-4000-8000-000000000000' },
        );
        assert.equal(missing.status, 404, operation.id);
        if (operation.responses['404']) assertDeclared(api, operation, missing);
      }
    });
  }

  for (const slug of ['notas', 'gestor', 'recebiveis', 'crm']) {
    test(`${slug}: each sends the declared headers`, async () => {
      const [api, fresh] = [apiOf(slug), await portal.guest()];
      for (const { operation, role } of api.plan.operations.values()) {
        if (role === 'delete') continue;
        const { status, headers } = await send(api, operation, { key: fresh });
        for (const name of Object.keys(operation.responses[String(status)]?.headers ?? {})) {
          // Only replayed responses have this header; the idempotency tests cover it.
          if (name === 'Idempotent-Replayed') continue;
          assert.ok(headers[name.toLowerCase()], `${operation.id} lacks ${name}`);
        }
      }
    });
  }
});

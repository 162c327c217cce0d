import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleOfParameter, exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import { findAt } from '../openapi/resolve.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('records of another workspace, in every sandbox', (open) => {
  let portal: TestPortal;
  let key: string;
  let stranger: string;
  before(async () => {
    portal = await startTestPortal({ open });
    [key, stranger] = [await portal.guest(), await portal.guest()];
  });
  after(() => portal.close());

  /** Sends the document's example, with these ids in its path. */
  function send(
    api: ServedApi,
    operation: Operation,
    caller: string,
    ids: Record<string, unknown>,
  ): Promise<TestAnswer> {
    const { body, query, header } = exampleRequest(api, operation);
    const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
      const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
      return encodeURIComponent(String(ids[name] ?? (parameter && exampleOfParameter(api.document, parameter))));
    });
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
    return portal.call(`${operation.method.toUpperCase()} ${api.basePath}${path}${search && `?${search}`}`, {
      key: caller,
      body: body?.value,
      headers: { ...(body && { 'content-type': body.mediaType }), ...(header as Record<string, string>) },
    });
  }

  /** The operations on a record's id: its own, and those below it. */
  function opened({ plan }: ServedApi, store: string): { plan: OperationPlan; parameter: string }[] {
    return [...plan.operations.values()].flatMap((each) => {
      const own = each.resource?.store === store ? each.idParameter : undefined;
      const parameter = own ?? each.parents.find((step) => step.store === store)?.parameter;
      // A PUT creates a record for its caller, even where another workspace has one of that id.
      return parameter && !each.putCreates && each.role !== 'gone' ? [{ plan: each, parameter }] : [];
    });
  }

  for (const slug of ['notas', 'gestor', 'recebiveis', 'crm', 'biblioteca']) {
    test(`${slug}: records cannot be read, changed, acted upon or listed by another workspace`, async () => {
      const api = portal.context.apis.get(slug) as ServedApi;
      let asked = 0;
      for (const { operation, role, resource, success } of api.plan.operations.values()) {
        if (role !== 'create' || !resource?.idKey) continue;
        const made = await send(api, operation, key, {});
        if (made.status >= 300) continue;
        const id = findAt(made.body, [...(success.recordAt ?? []), resource.idKey]);
        if (id === undefined) continue;
        for (const { plan, parameter } of opened(api, resource.store)) {
          const answer = await send(api, plan.operation, stranger, { [parameter]: id });
          const context: string = `${plan.operation.id} of ${id} answered ${answer.status}: ${JSON.stringify(answer.body)}`;
          assert.equal(answer.status, 404, context);
          asked++;
        }
        const list = [...api.plan.operations.values()].find((each) => each.list && each.resource === resource);
        const shown = list && JSON.stringify((await send(api, list.operation, stranger, {})).body);
        if (typeof id === 'string') assert.ok(!shown?.includes(id), `${list?.operation.id} shows ${id}`);
        const read = [...api.plan.operations.values()].find(
          (each) => each.role === 'read' && each.resource === resource,
        );
        if (read?.idParameter)
          assert.equal((await send(api, read.operation, key, { [read.idParameter]: id })).status, 200, operation.id);
      }
      assert.ok(asked >= 3, `${asked} operations`);
    });
  }
});

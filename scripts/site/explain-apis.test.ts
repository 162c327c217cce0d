import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { loadApi } from '../../server/openapi/load-api.ts';
import { explainApis } from './explain-apis.ts';
import type { LoadedApi } from './load-apis.ts';
import { makeSandboxPlan } from './sandbox-plan.ts';
import { siteStages } from './site-stages.ts';

const load = async (folder: string): Promise<LoadedApi> => {
  const [portuguese, english] = [await loadApi(folder, 'pt-BR'), await loadApi(folder, 'en')];
  return { slug: portuguese.slug, folder: portuguese.folder, texts: { 'pt-BR': portuguese, en: english } };
};

test("each sandbox is explained in the language of the page, and the portal's own API is not", async () => {
  const apis = [await load('specs/notas'), await load('specs/platform')];
  const explanations = await explainApis(apis, createFaultBook(), siteStages);
  assert.deepEqual([...explanations.keys()], ['notas']);
  const [notas] = apis;
  const explanation = explanations.get('notas');
  assert.ok(notas && explanation);
  const [portuguese, english] = (['pt-BR', 'en'] as const).map((locale) =>
    makeSandboxPlan(notas.texts[locale], locale, explanation),
  );
  const roleOf = (plan: typeof portuguese) => plan?.operations.find(({ slug }) => slug === 'list-customers');
  assert.deepEqual(
    [roleOf(portuguese)?.facts[0], roleOf(portuguese)?.summary],
    [{ name: 'papel', text: 'lista registros' }, 'Listar clientes'],
  );
  assert.deepEqual(
    [roleOf(english)?.facts[0], roleOf(english)?.summary],
    [{ name: 'role', text: 'lists records' }, 'List customers'],
  );
});

test('an API with an invalid profile does not prevent the others from being explained', async () => {
  const broken = await load('specs/crm');
  const document = {
    ...broken.texts['pt-BR'],
    operations: [],
    document: { openapi: '3.1.0', info: { title: '', version: '' } },
  };
  const faults = createFaultBook();
  const explanations = await explainApis(
    [{ ...broken, texts: { ...broken.texts, 'pt-BR': document } }, await load('specs/gestor')],
    faults,
    siteStages,
  );
  assert.deepEqual([...explanations.keys()], ['gestor']);
  const [{ api, leftOut, message } = assert.fail()] = faults.list();
  assert.deepEqual([api, leftOut], ['crm', 'part']);
  assert.match(message.en, /there is no store/);
});

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { writeSpec } from '../../server/testing/test-specs.ts';
import { explainApis } from './explain-apis.ts';
import { type LoadedApi, loadApis } from './load-apis.ts';
import { makeSandboxPlan } from './sandbox-plan.ts';
import { siteStages } from './site-stages.ts';

const languages = ['pt-BR', 'en', 'es'] as const;

const load = async (folder: string): Promise<LoadedApi> => {
  const specs = [{ slug: basename(folder), folder }];
  const [api = assert.fail()] = await loadApis(specs, languages, createFaultBook(), siteStages);
  return api;
};

test("each sandbox is explained in the language of the page, and the portal's own API is not", async () => {
  const apis = [await load('specs/notas'), await load('specs/platform')];
  const explanations = await explainApis(apis, createFaultBook(), siteStages);
  assert.deepEqual([...explanations.keys()], ['notas']);
  const [notas] = apis;
  const explanation = explanations.get('notas')?.explanation;
  assert.ok(notas && explanation);
  const [portuguese, english, spanish] = languages.map((locale) => {
    const text = notas.texts.get(locale);
    return text && makeSandboxPlan(text, locale, explanation);
  });
  const roleOf = (plan: typeof portuguese) => plan?.operations.find(({ slug }) => slug === 'list-customers');
  assert.deepEqual(
    [roleOf(portuguese)?.facts[0], roleOf(portuguese)?.summary],
    [{ name: 'papel', text: 'lista registros' }, 'Listar clientes'],
  );
  assert.deepEqual(
    [roleOf(english)?.facts[0], roleOf(english)?.summary],
    [{ name: 'role', text: 'lists records' }, 'List customers'],
  );
  assert.equal(english?.messagesLang, undefined);
  assert.deepEqual(
    [roleOf(spanish)?.facts[0]?.text, spanish?.messagesLang],
    ['lists records', 'en'],
    'in a language that the server does not speak, its texts are English, and marked so',
  );
});

test('a document without texts in a language shows its own, marked with theirs', async () => {
  const document = (info: string) => `openapi: 3.1.0\ninfo: {title: T, version: "1"${info}}\npaths: {}\n`;
  const overlay = 'overlay: 1.0.0\ninfo: {title: T, version: "1"}\nactions: []\n';
  const marks = async (info: string, files: Record<string, string> = {}) => {
    const { texts } = await load(writeSpec(document(info), files));
    return languages.map((locale) => texts.get(locale)?.lang);
  };
  assert.deepEqual(await marks(''), [undefined, 'pt-BR', 'pt-BR']);
  assert.deepEqual(await marks('', { 'overlay.en.yaml': overlay }), [undefined, undefined, 'pt-BR']);
  assert.deepEqual(await marks('', { 'overlay.pt-BR.yaml': overlay }), [undefined, undefined, 'en']);
  assert.deepEqual(await marks(', x-language: es'), ['es', 'es', undefined]);
  assert.deepEqual(await marks(', x-language: "\\"><script>"'), [undefined, 'pt-BR', 'pt-BR']);
});

test('an API with an invalid profile does not prevent the others from being explained', async () => {
  const broken = await load('specs/crm');
  const document = {
    ...broken.own,
    operations: [],
    document: { openapi: '3.1.0', info: { title: '', version: '' } },
  };
  const faults = createFaultBook();
  const explanations = await explainApis(
    [{ ...broken, own: document }, await load('specs/gestor')],
    faults,
    siteStages,
  );
  assert.deepEqual([...explanations.keys()], ['gestor']);
  const [{ api, leftOut, message } = assert.fail()] = faults.list();
  assert.deepEqual([api, leftOut], ['crm', 'part']);
  assert.match(message.en, /there is no store/);
});

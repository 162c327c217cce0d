import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';
import { allSpecs } from '../../server/testing/test-specs.ts';
import { writeCurl } from '../../wire/write-curl.ts';
import { createOperationReader } from '../site/operation-data.ts';
import { misreadParameters } from './misread-parameters.ts';
import { type Answer, type SentRequest, startRecorder } from './recorder.ts';
import { consoleRequest, sendByConsole } from './send-by-console.ts';
import { sendByCurl } from './send-by-curl.ts';
import { sendByPostman } from './send-by-postman.ts';
import { hasPython, sendByProgram } from './send-by-programs.ts';

const own = ['parameters', 'bodies', 'security', 'later'];
const others = ['notas', 'crm', 'gestor', 'recebiveis', 'biblioteca', 'train-travel'];
const parts = ['method', 'path', 'query', 'headers', 'cookies', 'body', 'status'] as const;

let portal: TestPortal;
let key: string;
let recorder: Awaited<ReturnType<typeof startRecorder>>;

before(async () => {
  recorder = await startRecorder();
  portal = await startTestPortal({ env: { SPECS_PATH: `scripts/sending/documents:${allSpecs()}` } });
  key = await portal.guest();
});
after(async () => {
  await portal.close();
  await recorder.close();
});

for (const slug of [...own, ...others]) {
  test(`the console, its curl command, the sample and the collection send ${slug} alike`, async () => {
    const api = portal.context.apis.get(slug);
    assert.ok(api);
    recorder.answerBy(own.includes(slug) ? bySandbox : async () => 200);
    const pages = api.operations.map(createOperationReader(api));
    const requests = pages.map((page) => consoleRequest(page, recorder.origin));
    for (const request of requests) await sendByConsole(request, key);
    const byConsole = recorder.take();

    await sendByCurl(requests.map((request) => writeCurl(request, key)));
    const byCommand = recorder.take();
    const bySample: Record<string, Map<string, SentRequest | undefined>> = {};
    for (const language of ['curl', 'javascript', ...(hasPython ? ['python'] : [])]) {
      const found = pages.flatMap(({ id, samples }) =>
        samples.filter((sample) => sample.id === language).map(({ code }) => [id, filled(code)] as const),
      );
      const codes = found.map(([, code]) => code);
      await (language === 'curl' ? sendByCurl(codes) : sendByProgram(language, codes));
      const all = recorder.take().map((each) => (language === 'javascript' ? withoutBlobs(each) : each));
      bySample[language] = new Map(found.map(([id], at) => [id, all[at]]));
    }

    const byPostman = new Map<string, SentRequest | undefined>();
    const { body: collection } = await portal.call(`GET /downloads/${slug}/postman_collection.json`);
    await sendByPostman(api, collection, { origin: recorder.origin + api.basePath, key }, ({ id }) => {
      byPostman.set(id, recorder.take()[0]);
    });

    const faults = api.operations.flatMap(({ id }, at) => {
      const samples = Object.entries(bySample).flatMap(([name, sent]) =>
        sent.has(id) ? [[name, sent.get(id)] as const] : [],
      );
      const all = [['command', byCommand[at]], ['collection', byPostman.get(id)], ...samples] as const;
      return all.flatMap(([name, sent]) => differences(byConsole[at], sent).map((line) => `${id}, ${name}: ${line}`));
    });
    assert.deepEqual(faults, []);
    if (!own.includes(slug)) return;
    const misread = api.operations.flatMap((operation, at) =>
      misreadParameters(api, operation, byConsole[at] as SentRequest),
    );
    assert.deepEqual(misread, [], 'the sandbox reads what the document shows');
    const refused = byConsole.filter(({ status }) => status >= 400);
    assert.deepEqual(refused, [], 'the sandbox takes what the document shows');
  });
}

const bySandbox: Answer = async ({ method, url, headers }, payload) => {
  const request = { method, url, headers, ...(payload.length > 0 && { payload }) } as InjectOptions;
  return (await portal.app.inject(request)).statusCode;
};

function filled(code = ''): string {
  const values = { origin: recorder.origin, key, basic: btoa(`${key}:x`), open: '{{' };
  return code.replaceAll(/\{\{(\w+)\}\}/g, (_, name: keyof typeof values) => values[name]);
}

/** `FormData` of JavaScript has no text with a media type that is not a file, too. */
function withoutBlobs(sent: SentRequest): SentRequest {
  if (!sent.body || !('parts' in sent.body)) return sent;
  const parts = sent.body.parts.map(({ name, fileName, ...part }) =>
    fileName === undefined || fileName === 'blob' ? { name, ...part } : { name, fileName, ...part },
  );
  return { ...sent, body: { ...sent.body, parts } };
}

function differences(expected: SentRequest | undefined, sent: SentRequest | undefined): string[] {
  return parts.flatMap((part) => {
    const [wanted, found] = [JSON.stringify(expected?.[part]), JSON.stringify(sent?.[part])];
    return wanted === found ? [] : [`${part} is ${found}, and not ${wanted}`];
  });
}

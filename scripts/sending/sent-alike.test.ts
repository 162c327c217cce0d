import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';
import { allSpecs } from '../../server/testing/test-specs.ts';
import { writeCurl } from '../../wire/write-curl.ts';
import { createOperationReader } from '../site/operation-data.ts';
import { type Answer, type SentRequest, startRecorder } from './recorder.ts';
import { consoleRequest, sendByConsole } from './send-by-console.ts';
import { sendByCurl } from './send-by-curl.ts';
import { sendByPostman } from './send-by-postman.ts';

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
    await sendByCurl(pages.map(({ samples }) => filled(samples.find(({ id }) => id === 'curl')?.code)));
    const bySample = recorder.take();

    const byPostman = new Map<string, SentRequest | undefined>();
    const { body: collection } = await portal.call(`GET /downloads/${slug}/postman_collection.json`);
    await sendByPostman(api, collection, { origin: recorder.origin + api.basePath, key }, ({ id }) => {
      byPostman.set(id, recorder.take()[0]);
    });

    const faults = api.operations.flatMap(({ id }, at) => {
      const all = { command: byCommand[at], sample: bySample[at], collection: byPostman.get(id) };
      return Object.entries(all).flatMap(([name, sent]) => differences(byConsole[at], sent).map((line) => `${id}, ${name}: ${line}`));
    });
    assert.deepEqual(faults, []);
    const refused = byConsole.filter(({ status }) => status >= 400);
    assert.deepEqual(refused, [], 'the sandbox takes what the document shows');
  });
}

const bySandbox: Answer = async ({ method, url, headers }, payload) => {
  const request = { method, url, headers, ...(payload.length > 0 && { payload }) } as InjectOptions;
  return (await portal.app.inject(request)).statusCode;
};

function filled(code = ''): string {
  return code.replaceAll('{{origin}}', recorder.origin).replaceAll('{{key}}', key).replaceAll('{{open}}', '{{');
}

function differences(expected: SentRequest | undefined, sent: SentRequest | undefined): string[] {
  return parts.flatMap((part) => {
    const [wanted, found] = [JSON.stringify(expected?.[part]), JSON.stringify(sent?.[part])];
    return wanted === found ? [] : [`${part} is ${found}, and not ${wanted}`];
  });
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyKind, decodeBody } from '../exchange/received-response.ts';
import type { StreamProgress } from './read-stream.ts';
import { sendRequest } from './send-request.ts';

let origin: string;
let open: ServerResponse[] = [];
const server = createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': request.url === '/lines' ? 'application/x-ndjson' : 'text/event-stream' });
  open.push(response);
  response.write(request.url === '/lines' ? '{"n":1}\n' : 'event: tick\ndata: 1\n\n');
});
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

function call(path: string, signal?: AbortSignal) {
  const told: StreamProgress[] = [];
  const request = { method: 'GET', url: origin + path, headers: [], cookies: [], credentials: [] };
  const onStream = (progress: StreamProgress) => told.push(progress);
  const outcome = sendRequest(request, { key: '', timeoutMilliseconds: 300, onStream, ...(signal && { signal }) });
  const untilCount = async (count: number) => {
    for (let tries = 0; told.at(-1)?.count !== count && tries < 200; tries++) await wait(20);
    return told.at(-1);
  };
  return { outcome, untilCount: untilCount };
}

test('a stream is told as it arrives, longer than other calls may take, and is the response when it ends', async () => {
  open = [];
  const { outcome, untilCount } = call('/lines');
  assert.deepEqual(await untilCount(1), { status: 200, reason: 'OK', count: 1, items: ['{"n":1}'] });
  await wait(400);
  open[0]?.write('{"n":2}\n{"n"');
  assert.deepEqual((await untilCount(2))?.items, ['{"n":1}', '{"n":2}']);
  open[0]?.end(':3}\n');
  const { response } = await outcome;
  assert.ok(response);
  assert.equal(bodyKind(response), 'stream');
  assert.equal(decodeBody(response), '{"n":1}\n{"n":2}\n{"n":3}\n');
});

test('who stops a stream has what has arrived', async () => {
  const stop = new AbortController();
  const { outcome, untilCount } = call('/events', stop.signal);
  await untilCount(1);
  stop.abort();
  const { response } = await outcome;
  assert.equal(response && decodeBody(response), 'event: tick\ndata: 1\n\n');
});

test('of a stream without an end, the latest items are shown and the beginning is kept', async () => {
  open = [];
  const { outcome, untilCount } = call('/lines');
  await untilCount(1);
  for (let at = 2; at <= 300; at++) open[0]?.write(`${JSON.stringify({ n: at, fill: 'x'.repeat(8000) })}\n`);
  const last = await untilCount(300);
  assert.equal(last?.items.length, 100);
  assert.match(last?.items.at(-1) ?? '', /"n":300/);
  open[0]?.end();
  const { response } = await outcome;
  assert.equal(response?.bytes.length, 2 ** 20);
  assert.equal(response?.isCut, true);
});

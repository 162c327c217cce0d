import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readServerSentEvents } from './server-sent-events.ts';

function streamOf(pieces: Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(...pieces: string[]) {
  return readBytes(...pieces.map((piece) => new TextEncoder().encode(piece)));
}

async function readBytes(...pieces: Uint8Array<ArrayBuffer>[]) {
  const messages: object[] = [];
  await readServerSentEvents(streamOf(pieces), (message) => messages.push(message));
  return messages;
}

it('reads messages however the network cuts them, and leaves comments out', async () => {
  assert.deepEqual(await read(': open\n\nid: a1\nevent: del', 'ivery\ndata: {"a":', '1}\n', '\n: still here\n\n'), [
    { event: 'delivery', id: 'a1', data: '{"a":1}' },
  ]);
});

it('joins lines of data, takes either line ending and gives nothing for what was cut off', async () => {
  assert.deepEqual(await read('data: 1\r\ndata: 2\r\n\r\ndata: 3\n'), [{ event: 'message', data: '1\n2' }]);
});

it('keeps letters whole that arrive in two pieces', async () => {
  const bytes = new TextEncoder().encode('data: emissão\n\n');
  const cut = bytes.indexOf(0xc3) + 1;
  const messages = await readBytes(bytes.slice(0, cut), bytes.slice(cut));
  assert.deepEqual(messages, [{ event: 'message', data: 'emissão' }]);
});

it('takes one line ending for one, even where the network cuts it in two', async () => {
  assert.deepEqual(await read('data: 1\r', '\ndata: 2\r', '\n\r', '\n'), [{ event: 'message', data: '1\n2' }]);
});

it('stops reading when a message cannot be taken', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('data: {\n\n')),
    cancel: () => {
      cancelled = true;
    },
  });
  await assert.rejects(
    readServerSentEvents(body, ({ data }) => JSON.parse(data)),
    SyntaxError,
  );
  assert.ok(cancelled);
});

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

it('reads messages regardless of how the network splits them, and skips comments', async () => {
  assert.deepEqual(await read(': open\n\nid: a1\nevent: del', 'ivery\ndata: {"a":', '1}\n', '\n: still here\n\n'), [
    { event: 'delivery', id: 'a1', data: '{"a":1}' },
  ]);
});

it('joins data lines, accepts any line ending and drops an incomplete message', async () => {
  assert.deepEqual(await read('data: 1\r\ndata: 2\r\n\r\ndata: 3\n'), [{ event: 'message', data: '1\n2' }]);
});

it('decodes characters that are split across two chunks', async () => {
  const bytes = new TextEncoder().encode('data: emissão\n\n');
  const cut = bytes.indexOf(0xc3) + 1;
  const messages = await readBytes(bytes.slice(0, cut), bytes.slice(cut));
  assert.deepEqual(messages, [{ event: 'message', data: 'emissão' }]);
});

it('treats CR LF as one line ending, even if split across two chunks', async () => {
  assert.deepEqual(await read('data: 1\r', '\ndata: 2\r', '\n\r', '\n'), [{ event: 'message', data: '1\n2' }]);
});

it('stops reading when the handler throws', async () => {
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

/** One message of a stream of server-sent events. */
export interface ServerSentEvent {
  event: string;
  data: string;
  id?: string;
}

/** Reads a body of server-sent events message by message, until it ends. Comments only keep it open. */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const message = readBlock(block);
        if (message) yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function readBlock(block: string): ServerSentEvent | undefined {
  const message: ServerSentEvent = { event: 'message', data: '' };
  const lines: string[] = [];
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
    if (name === 'data') lines.push(value);
    else if (name === 'event' || name === 'id') message[name] = value;
  }
  return lines.length > 0 ? { ...message, data: lines.join('\n') } : undefined;
}

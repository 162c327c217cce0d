import assert from 'node:assert/strict';

interface StreamedEvent {
  id?: string;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into data of every shape.
  data: any;
}

/** A stream that a test follows; `received` grows with each event. */
export interface FollowedStream {
  received: StreamedEvent[];
  stop(): void;
  ended: Promise<void>;
}

/** Follows a stream of the platform API by fetch, as the pages do. */
export async function followStream(
  url: string,
  key: string,
  headers: Record<string, string> = {},
): Promise<FollowedStream> {
  const controller = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream', ...headers },
    signal: controller.signal,
  });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const received: StreamedEvent[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts.filter((one) => !one.startsWith(':'))) {
        const fields = Object.fromEntries(part.split('\n').map((line) => line.split(/: (.*)/s, 2)));
        received.push({ ...fields, data: JSON.parse(fields.data) });
      }
    }
  };
  return { received, stop: () => controller.abort(), ended: read().catch(() => {}) };
}

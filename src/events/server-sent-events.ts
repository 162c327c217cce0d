import { EventSourceParserStream } from 'eventsource-parser/stream';

interface ServerSentEvent {
  event: string;
  data: string;
  id?: string;
}

/** Reads a body of server-sent events to its end and passes each message to `take`. Comments are heartbeats and are skipped. */
export function readServerSentEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: (message: ServerSentEvent) => void,
): Promise<void> {
  return body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .pipeTo(
      new WritableStream({
        write: ({ event = 'message', data, id }) => take({ event, data, ...(id !== undefined && { id }) }),
      }),
    );
}

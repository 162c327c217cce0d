import { EventSourceParserStream } from 'eventsource-parser/stream';

/** One message of a stream of server-sent events. */
interface ServerSentEvent {
  event: string;
  data: string;
  id?: string;
}

/** Reads a body of server-sent events to its end, and gives each message to `take`. Comments only keep it open. */
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

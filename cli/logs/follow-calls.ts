import { setTimeout as wait } from 'node:timers/promises';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { askPlatform, ErrorResponse, type Place } from './ask-platform.ts';
import type { ListedCall } from './call-line.ts';

/** In milliseconds; a server that has just ended is not asked again and again. */
const pause = 1000;

/**
 * Tells each call as it is answered. `printEarlier` runs once the stream is open, so that none is missed between. A stream that
 * breaks goes on where it was, until the server does not answer any more.
 */
export async function followCalls(
  place: Place,
  printEarlier: () => Promise<void>,
  tell: (call: ListedCall) => void,
): Promise<never> {
  let last: string | undefined;
  let events = await open(place, last);
  await printEarlier();
  for (;;) {
    try {
      for await (const { event, data, id } of events) {
        if (event === 'request') tell(JSON.parse(data) as ListedCall);
        last = id ?? last;
      }
    } catch {
      // The connection broke.
    }
    events = await reopen(place, last);
  }
}

/** A server that ends or starts asks to wait (503). */
async function reopen(place: Place, last: string | undefined): ReturnType<typeof open> {
  for (;;) {
    await wait(pause);
    try {
      return await open(place, last);
    } catch (error) {
      if (!(error instanceof ErrorResponse) || error.status !== 503) throw error;
    }
  }
}

async function open(place: Place, last: string | undefined) {
  const headers = { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': last }) };
  const { body } = await askPlatform(place, '/requests/stream', headers);
  if (!body) throw new Error('The stream has no body.');
  return body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
}

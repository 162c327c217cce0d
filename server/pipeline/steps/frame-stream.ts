import type { Answer } from '../../answers/answer.ts';
import { areEventNames, type Framing, findFraming } from '../../openapi/streamed-content.ts';

/** Begins each text of a sequence (RFC 7464, 2.1). */
const separator = '\u001e';

/** The text of one value of a stream. */
const frames: Record<Framing, (value: unknown) => string> = {
  events: (value) => writeEvent(isEvent(value) ? value : { data: value }),
  lines: (value) => `${JSON.stringify(value)}\n`,
  sequence: (value) => `${separator}${JSON.stringify(value)}\n`,
};

/** What ends a value in a text that is a stream already. */
const ends: Record<Framing, RegExp> = {
  events: /(?<=\n\r?\n)/,
  lines: /(?<=\n)/,
  sequence: new RegExp(`(?=${separator})`),
};

/** Writes the values of a stream one by one: as server-sent events (WHATWG), JSON lines, or a JSON text sequence (RFC 7464). */
export function frameStream(answer: Answer): Answer {
  const { mediaType, body } = answer;
  const framing = findFraming(mediaType);
  const isValue = body !== undefined && (typeof body !== 'object' || body === null || isPlain(body));
  if (!framing || !isValue) return answer;
  const pieces = typeof body === 'string' ? body.split(ends[framing]) : [body].flat().map(frames[framing]);
  return { ...answer, pieces, text: pieces.join('') };
}

/** Neither bytes nor a stream of a handler's own. */
function isPlain(body: object): boolean {
  return Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype;
}

interface StreamEvent {
  event?: unknown;
  id?: unknown;
  retry?: unknown;
  data: unknown;
}

function isEvent(value: unknown): value is StreamEvent {
  return typeof value === 'object' && value !== null && areEventNames(Object.keys(value));
}

function writeEvent({ event, id, retry, data }: StreamEvent): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data ?? null);
  const fields = Object.entries({ event, id, retry }).flatMap(([name, value]) =>
    value === undefined || value === null || /[\0\r\n]/.test(String(value)) ? [] : [`${name}: ${value}\n`],
  );
  return `${fields.join('')}${text
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;
}

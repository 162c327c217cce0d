/** How the items of a streamed response are told apart. */
export type StreamKind = 'events' | 'lines' | 'sequence';

/** The kind of stream that a media type is; undefined for any other. */
export function findStreamKind(mediaType: string): StreamKind | undefined {
  if (mediaType === 'text/event-stream') return 'events';
  if (/^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|stream\+json)$/.test(mediaType)) return 'lines';
  return mediaType === 'application/json-seq' ? 'sequence' : undefined;
}

/** WHATWG HTML, 9.2.5; JSON lines; RFC 7464. */
const ENDS: Record<StreamKind, RegExp | string> = {
  events: /\r\n\r\n|\n\n|\r\r/,
  lines: /\r?\n/,
  sequence: '\x1e',
};

/** More without an end is no item any more: it is passed on in pieces. */
const MOST_CHARACTERS = 65_536;

/** Cuts the text of a stream into its items, as it arrives. Comments of event streams, which only keep the connection open, are none. */
export class ItemReader {
  private rest = '';
  private readonly kind: StreamKind;

  constructor(kind: StreamKind) {
    this.kind = kind;
  }

  /** The items that a piece of text completes. */
  push(text: string): string[] {
    const parts = (this.rest + text).split(ENDS[this.kind]);
    this.rest = parts.pop() ?? '';
    if (this.rest.length > MOST_CHARACTERS) parts.push(this.end());
    return parts.map((part) => part.trim()).filter((part) => this.isItem(part));
  }

  /** What has no end yet, when no more comes. */
  end(): string {
    const last = this.rest.trim();
    this.rest = '';
    return this.isItem(last) ? last : '';
  }

  private isItem(text: string): boolean {
    return text !== '' && (this.kind !== 'events' || text.split(/\r\n|\n|\r/).some((line) => !line.startsWith(':')));
  }
}

/** All items of a text. */
export function itemsOf(kind: StreamKind, text: string): string[] {
  const reader = new ItemReader(kind);
  const items = reader.push(text);
  const last = reader.end();
  return last === '' ? items : [...items, last];
}

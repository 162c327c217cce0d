import { isCollection, isPair, type LineCounter, type Document as YamlDocument } from 'yaml';
import type { Texts } from '../answers/texts.ts';
import type { Stage } from './isolation/stages.ts';

/** How much is left out for a fault: the API, one of its operations (or what is made of one), or another part. */
export type Extent = 'api' | 'operation' | 'part';

/** One thing wrong with a document or profile: where it is, what it is, and how to fix it. */
export interface Fault {
  file: string;
  line: number;
  message: Texts;
  remedy: Texts;
  /** The place in the document, as a JSON pointer. */
  pointer?: string;
  /** The operation that is left out for it, such as `GET /visits`; without one, it is more than an operation, or a part. */
  operation?: string;
  /** Said where the operation, or whatever has the fault, is served in spite of it, but not as its author wrote it. */
  leftOut?: Extent;
  /** What was being done. */
  stage?: Stage;
}

/** Thrown when a document cannot be served; carries every fault found. */
export class DocumentFaults extends Error {
  override name = 'DocumentFaults';
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(faults.map((fault) => describeFault(fault)).join('\n'));
    this.faults = faults;
  }
}

/** Describes a fault in one line; in English for the people who run a portal. */
export function describeFault({ file, line, message, remedy }: Fault, language: keyof Texts = 'en'): string {
  return `${file}:${line} ${message[language]} ${remedy[language]}`;
}

/** The line of a JSON pointer's node in a YAML source, or of its nearest ancestor that exists. */
export function lineOfPointer(source: YamlDocument, lines: LineCounter, pointer: string): number {
  let node: unknown = source.contents;
  let line = 1;
  for (const segment of pointerSegments(pointer)) {
    const item = isCollection(node) ? itemsOf(node).get(segment) : undefined;
    const named = (isPair(item) ? item.key : item) as { range?: [number, number, number] } | undefined;
    if (!named) break;
    if (named.range) line = lines.linePos(named.range[0]).line;
    node = isPair(item) ? item.value : item;
  }
  return line;
}

/** A document may have as many faults as parts, so its parts are not searched one after the other for each. */
const indexes = new WeakMap<object, Map<string, unknown>>();

function itemsOf(collection: { items: unknown[] }): Map<string, unknown> {
  const known = indexes.get(collection);
  if (known) return known;
  const names = collection.items.map((item, index) => (isPair(item) ? String(item.key) : String(index)));
  // The first of several with one name counts.
  const index = new Map(collection.items.map((item, at) => [names[at] ?? '', item] as const).reverse());
  indexes.set(collection, index);
  return index;
}

/** Splits a JSON pointer (RFC 6901) into its unescaped segments. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Joins segments into a JSON pointer (RFC 6901). */
export function pointerOf(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

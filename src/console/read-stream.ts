import { ItemReader, type StreamKind } from '../exchange/stream-items.ts';

/** What has arrived of a stream so far. */
export interface StreamProgress {
  status: number;
  reason: string;
  /** All items that came. */
  count: number;
  /** The latest of them. */
  items: string[];
}

/** What is kept of a stream, which may never end. */
export interface KeptStream {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether more came than is kept. */
  isCut: boolean;
}

/** The items that are shown while a stream runs. */
const SHOWN_ITEMS = 100;

/** The beginning that is kept as the response. */
const KEPT_BYTES = 2 ** 20;

/** A page is drawn no more often than this. */
const DRAW_MILLISECONDS = 100;

/** Reads a stream until it ends or `signal` stops it, and tells what arrives. */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  kind: StreamKind,
  onItems: (count: number, items: string[]) => void,
  signal: AbortSignal | undefined,
): Promise<KeptStream> {
  const cutter = new ItemReader(kind);
  const decoder = new TextDecoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let [size, count, isCut] = [0, 0, false];
  let items: string[] = [];
  let drawing: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    drawing = undefined;
    onItems(count, items);
  };
  draw();
  try {
    const reader = body.getReader();
    for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
      const kept = value.slice(0, KEPT_BYTES - size);
      if (kept.length > 0) chunks.push(kept);
      size += kept.length;
      isCut ||= kept.length < value.length;
      const found = cutter.push(decoder.decode(value, { stream: true }));
      count += found.length;
      items = [...items, ...found].slice(-SHOWN_ITEMS);
      if (found.length > 0) drawing ??= setTimeout(draw, DRAW_MILLISECONDS);
    }
  } catch (error) {
    // Who stops a stream wants what has arrived.
    if (!signal?.aborted) throw error;
  } finally {
    clearTimeout(drawing);
  }
  return { bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()), isCut };
}

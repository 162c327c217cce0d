import type { Readable } from 'node:stream';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { limitAtOnce } from './limit-at-once.ts';

/** So many files a server receives and works on at once, from one network and from all: each is held in memory. */
const enter = limitAtOnce({ ofNetwork: 3, ofAll: 12 });

/** Runs something with the bytes of a file that a caller sends, up to a size; refuses (429) more files at once than a server can hold. */
export async function withFile<T>(
  owner: object,
  { stream, body = Buffer.alloc(0), address }: Incoming,
  largest: number,
  run: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const leave = enter(owner, address);
  try {
    return await run(stream ? await receive(stream, largest) : body);
  } finally {
    leave();
  }
}

async function receive(stream: Readable, largest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > largest) throw tooLarge(largest);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

function tooLarge(largest: number): Refusal {
  const size = largest / 2 ** 20;
  return new Refusal('too_large', say('workspaces.file-too-large', { size }));
}

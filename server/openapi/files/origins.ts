import { pointerOf } from '../faults.ts';
import type { Source } from '../read-source.ts';

/** A file, and a place in it. */
interface Origin {
  source: Source;
  pointer: string;
}

/** Which places of a document come from which places of other files. */
export interface Origins {
  add(at: readonly string[], origin: Origin): void;
  has(at: readonly string[]): boolean;
  /** The file in which a place stands, and its pointer there. */
  of(pointer: string): Origin;
}

export function createOrigins(root: Source): Origins {
  const origins = new Map<string, Origin>();
  return {
    add: (at, { source, pointer }) => origins.set(pointerOf(at), { source, pointer }),
    has: (at) => origins.has(pointerOf(at)),
    of: (pointer) => {
      for (let own = pointer; own !== ''; own = own.slice(0, own.lastIndexOf('/'))) {
        const origin = origins.get(own);
        if (origin) return { source: origin.source, pointer: origin.pointer + pointer.slice(own.length) };
      }
      return { source: root, pointer };
    },
  };
}

import { say } from '../../answers/say.ts';
import { pointerOf, pointerSegments } from '../faults.ts';
import type { Source } from '../read-source.ts';
import { findAt, segmentsOfReference } from '../resolve.ts';
import type { OwnFiles, Refused } from './own-files.ts';

/** A node of one of the files, and where it comes to stand in the document. */
export interface Place {
  path: string;
  source: Source;
  at: string[];
}

/** What a reference leads to. */
export interface Target {
  path: string;
  source: Source;
  /** The way to it in its file, as a JSON pointer. */
  pointer: string;
  node: unknown;
}

/** Returns a function that finds what references lead to, in the files of the API; of others, it notes why they are not followed. */
export function createTargets(
  files: OwnFiles,
  refused: Map<string, Refused>,
): (reference: string, from: Place, at: string[]) => Target | undefined {
  const outside = (reference: string): Refused => ({
    message: say('documents.reference-outside', { reference }),
    remedy: say('documents.move-target'),
  });
  const missing = (reference: string): Refused => ({
    message: say('documents.no-target', { reference }),
    remedy: say('documents.correct-path'),
  });
  return (reference, { path, source }, at) => {
    const [file = '', fragment = ''] = reference.split('#', 2);
    const isAddress = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(file);
    const opened = isAddress ? outside(reference) : file === '' ? { path, source } : files.open(file, path);
    if ('message' in opened) refused.set(pointerOf(at), opened);
    else {
      const pointer = opened.source.anchors?.get(fragment);
      const way = pointer === undefined ? segmentsOfReference(`#${fragment}`) : pointerSegments(pointer);
      const node = way && findAt(opened.source.value, way);
      if (way && node !== undefined) return { ...opened, pointer: pointerOf(way), node };
      refused.set(pointerOf(at), missing(reference));
    }
    return undefined;
  };
}

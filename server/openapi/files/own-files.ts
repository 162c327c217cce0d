import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { DocumentFaults, type Fault } from '../faults.ts';
import { type Source, sourceOf } from '../read-source.ts';

/** Why a reference to a file is not followed, and what to do. */
export interface Refused {
  message: Texts;
  remedy: Texts;
}

/** The files of one API: all that its document may refer to. */
export interface OwnFiles {
  /** The file that a reference names, seen from another file; a Refused where it is none of the API's. */
  open(reference: string, from: string): { path: string; source: Source } | Refused;
  /** The other files that were read, and what is wrong with them. */
  list(): { paths: string[]; faults: Fault[] };
}

const mostBytes = 64 * 1024 * 1024;

/**
 * Opens the files below a folder, and no others: what a symbolic link leads to counts as where it is. Only YAML and JSON, so that no
 * document can show a key that lies beside it.
 */
export function openOwnFiles(folder: string, document: { path: string; source: Source }): OwnFiles {
  const known = new Map<string, Source | Refused>([[document.path, document.source]]);
  const faults: Fault[] = [];
  const root = realpathSync(folder) + sep;
  let bytes = 0;
  const read = (path: string, reference: string): Source | Refused => {
    const refuse = (message: Texts, remedy: Texts) => ({ message, remedy });
    const found = findFile(path);
    if (!found)
      return refuse(
        say('documents.no-file', { reference, file: relative(folder, path) }),
        say('documents.correct-path'),
      );
    if (!found.place.startsWith(root))
      return refuse(say('documents.leaves-folder', { reference }), say('documents.move-into-folder'));
    bytes += found.size;
    if (bytes > mostBytes) return refuse(say('documents.too-large', { reference }), say('documents.split-api'));
    try {
      return sourceOf(path, readFileSync(path, 'utf8'));
    } catch (error) {
      if (error instanceof DocumentFaults) faults.push(...error.faults);
      return refuse(say('documents.unreadable-file', { reference }), say('documents.correct-target'));
    }
  };
  return {
    open: (reference, from) => {
      const path = resolve(dirname(from), decode(reference));
      if (!`${path}`.startsWith(resolve(folder) + sep))
        return { message: say('documents.leaves-folder', { reference }), remedy: say('documents.move-into-folder') };
      if (!/\.(ya?ml|json)$/i.test(path))
        return { message: say('documents.no-document', { reference }), remedy: say('documents.move-target') };
      const source = known.getOrInsertComputed(path, () => read(path, reference));
      return 'message' in source ? source : { path, source };
    },
    list: () => {
      const sources = [...known].flatMap(([path, source]) =>
        'message' in source || source === document.source ? [] : [{ path, source }],
      );
      return {
        paths: sources.map(({ path }) => path),
        faults: [...faults, ...sources.flatMap(({ source }) => source.faults)],
      };
    },
  };
}

function decode(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** Where a file really is, and its bytes; undefined where there is none, whatever keeps it from being one. */
function findFile(path: string): { place: string; size: number } | undefined {
  try {
    const found = statSync(path);
    return found.isFile() ? { place: realpathSync(path), size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

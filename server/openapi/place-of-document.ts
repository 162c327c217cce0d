import { statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { findUsualFile, usualNames } from '../settings/usual-file.mjs';

/** Where a document is, and the folder of what belongs to it: overlays, seed, profile. */
export interface PlaceOfDocument {
  file: string;
  folder: string;
}

/**
 * The place of a document, by its folder or its file. A file with a name of its own, `apis/shop.yaml`, has what belongs to it in the
 * folder of that name, `apis/shop/`, if there is one; so files that share a folder share nothing else.
 */
export function placeOfDocument(path: string): PlaceOfDocument {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile) return { file: findUsualFile(path) ?? join(path, 'openapi.yaml'), folder: path };
  const name = basename(path, extname(path));
  return { file: path, folder: resolve(usualNames.includes(name) ? dirname(path) : join(dirname(path), name)) };
}

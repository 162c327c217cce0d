import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file and the folders above it. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function writeJson(path: string, value: unknown): void {
  write(path, JSON.stringify(value));
}

/** The same, unless the file has this content: whoever watches it sees no change. */
export function writeChanged(path: string, value: unknown): void {
  writeChangedText(path, JSON.stringify(value));
}

export function writeChangedText(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) write(path, text);
}

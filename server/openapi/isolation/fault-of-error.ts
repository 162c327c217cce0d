import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { say } from '../../answers/say.ts';
import { DocumentFaults, type Fault } from '../faults.ts';
import type { Operation } from '../operations.ts';
import { placeOfDocument } from '../place-of-document.ts';
import { profileFile } from '../profile-file.ts';
import { sourceOf } from '../read-source.ts';
import { brokenStages, remedyOf, type Stage } from './stages.ts';

type Place = Pick<Fault, 'file' | 'line'>;

/** Turns whatever a stage has thrown into faults with file, line, message and remedy. */
export function faultsOfError(error: unknown, stage: Stage, folder: string, operation?: Operation): Fault[] {
  if (error instanceof DocumentFaults) return error.faults.map((fault) => ({ stage, ...fault }));
  const reason = reasonOf(error);
  return [
    {
      ...placeOf(error, reason, stage, folder, operation),
      message: say('stages.because', { broken: brokenStages[stage], reason }),
      remedy: remedyOf(stage),
      stage,
      ...(operation && { operation: nameOf(operation), pointer: operation.pointer }),
    },
  ];
}

/** `GET /visits`. */
export function nameOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const [line = ''] = text.trim().split('\n');
  return line.replace(/[.:]+$/, '') || 'for no reason';
}

function placeOf(error: unknown, reason: string, stage: Stage, folder: string, operation?: Operation): Place {
  const document = placeOfDocument(folder).file;
  return (
    placeInStack(error, folder) ??
    (stage === 'profile' ? placeInProfile(reason, profileFile(folder)) : undefined) ?? {
      file: relative(process.cwd(), document),
      line: operation ? lineOf(document, operation.pointer) : 1,
    }
  );
}

/** The line of the API's own code, a profile or a handler, from which something was thrown. */
function placeInStack(error: unknown, folder: string): Place | undefined {
  const stack = error instanceof Error ? String(error.stack) : '';
  const at = stack.indexOf(`${folder}/`);
  const [, file, line] = (at === -1 ? null : /^([^\n?]*?\.[jt]s)(?:\?[^:\n]*)?:(\d+)/.exec(stack.slice(at))) ?? [];
  return file === undefined ? undefined : { file: relative(process.cwd(), file), line: Number(line) };
}

/** The first line of a profile that has a name which the message quotes. */
function placeInProfile(reason: string, { path: file, exists }: ReturnType<typeof profileFile>): Place | undefined {
  if (!exists) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const names = [...reason.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  const found = names.map((name) => lines.findIndex((line) => line.includes(name))).find((index) => index !== -1);
  return { file: relative(process.cwd(), file), line: (found ?? 0) + 1 };
}

function lineOf(document: string, pointer: string): number {
  try {
    return sourceOf(document, readFileSync(document, 'utf8')).lineOf(pointer);
  } catch {
    return 1;
  }
}

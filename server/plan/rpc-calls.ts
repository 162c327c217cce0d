import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { findList } from './find-list.ts';
import { plain, singularOf } from './names.ts';
import { joinSegments, segmentsOf } from './path-segments.ts';
import { successOf } from './success-response.ts';

/** What an operation of an RPC style does, as the method of a resource would. */
export type RpcVerb = 'list' | 'create' | 'read' | 'change' | 'delete' | 'act';

const words: Record<Exclude<RpcVerb, 'act'>, RegExp> = {
  list: /^(list|index|all|search|query|find|findall|getall)$/,
  create: /^(create|add|insert|new)$/,
  read: /^(info|get|show|retrieve|read|fetch|details?|view|describe)$/,
  change: /^(update|edit|modify|patch)$/,
  delete: /^(delete|remove|destroy)$/,
};

const verbs = Object.keys(words) as (keyof typeof words)[];

/** A verb before what it is done to: `CreateDataset`, `list_datasets`. */
const verbAndNoun =
  /^(list|search|find|create|add|insert|get|describe|show|retrieve|fetch|update|edit|modify|delete|remove|destroy)(?:[_-]([a-z]\w*)|([A-Z]\w*))$/;

/** What an operation does to which records, by the last word of its path. */
export interface RpcCall {
  /** The path before the verb. */
  path: string;
  verb: RpcVerb;
}

/** The path before the verb, and the verb; undefined if the last word is none. */
export function readCall(document: OpenApiDocument, operation: Operation): RpcCall | undefined {
  const segments = segmentsOf(operation.path);
  const last = segments.at(-1);
  if (!last || last.parameter) return undefined;
  const above = segments.slice(0, -1);
  const named = readNoun(document, operation, last.text);
  if (named) return { path: joinSegments([...above, { text: named.noun }]), verb: named.verb };
  const { dotted, word } = dottedWord(last.text);
  if (dotted === undefined && (above.length === 0 || above.at(-1)?.parameter)) return undefined;
  const verb = verbOf(word);
  return verb && { path: joinSegments(dotted === undefined ? above : [...above, { text: dotted }]), verb };
}

/** What a word says, alone: `update`, `info`. */
export function verbOf(word: string): Exclude<RpcVerb, 'act'> | undefined {
  return verbs.find((each) => words[each].test(plain(word)));
}

/** The last word of `chat.update`, and what is before the dot. */
export function dottedWord(text: string): { dotted?: string; word: string } {
  const [, dotted, word = text] = /^(.+)\.([A-Za-z]+)$/.exec(text) ?? [];
  return { dotted, word };
}

/** The paths of the families that a call may belong to, whatever its verb. */
export function pathsOfCall(path: string): string[] {
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  if (!last || last.parameter) return [];
  const above = segments.slice(0, -1);
  const { dotted } = dottedWord(last.text);
  const { call, kept } = callOf(last.text);
  const [, noun] = /^[A-Z]?[a-z]+_?([A-Za-z]\w*)$/.exec(call.replace(/^([A-Z]?[a-z]+)(?=[A-Z])/, '$1_')) ?? [];
  return [
    joinSegments(above),
    ...(dotted === undefined ? [] : [joinSegments([...above, { text: dotted }])]),
    ...(noun === undefined ? [] : [joinSegments([...above, { text: `${kept}${plain(singularOf(noun))}` }])]),
  ];
}

/** The verb of `CreateDataset` and `ListDatasets`, and what it is done to; where a list is what it gives, it lists. */
function readNoun(
  document: OpenApiDocument,
  operation: Operation,
  text: string,
): { verb: RpcVerb; noun: string } | undefined {
  const { call, kept } = callOf(text);
  const [, first, behindDash, behindCase] =
    verbAndNoun.exec(call.replace(/^[A-Z]/, (letter) => letter.toLowerCase())) ?? [];
  const noun = behindDash ?? behindCase;
  if (first === undefined || noun === undefined) return undefined;
  const verb = verbOf(first);
  if (!verb) return undefined;
  const reads = verb === 'read' || verb === 'list';
  const lists =
    reads && findList(document, successOf(operation), noun) !== undefined && plain(singularOf(noun)) !== plain(noun);
  return { verb: lists ? 'list' : verb === 'list' ? 'read' : verb, noun: `${kept}${plain(singularOf(noun))}` };
}

/** The call at the end of a name, and what is before it: a group of calls (`usergroups.addTeams`), not a target (`#Target=Api.AddTeam`). */
function callOf(text: string): { call: string; kept: string } {
  const call = text.split(/[.=]/).at(-1) ?? text;
  const before = text.slice(0, text.length - call.length);
  return { call, kept: /^([a-z]\w*\.)+$/.test(before) ? before : '' };
}

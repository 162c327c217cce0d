import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';

/** What needs no schema: it was read by its own media type. */
export class Ready {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** A form, an XML document or a query before its schema is applied: texts, in objects and lists. */
export type Tree = string | null | Ready | Tree[] | { [name: string]: Tree };

/** Thrown for names that cannot be nested. */
export class NameFault extends Error {
  readonly texts: Texts;
  constructor(texts: Texts) {
    super(texts.en);
    this.texts = texts;
  }
}

const mostLevels = 16;

/** Whether no value may have this name: objects would take it for something else. */
function isUnsafe(name: string): boolean {
  return /^(__proto__|constructor|prototype)$/.test(name);
}

/** Splits `line_items[0][description]` and `items[0].name` into steps; an empty step appends. Dots before the first bracket nest with `dots`. */
export function stepsOf(name: string, dots: boolean): string[] {
  const [head = '', ...rest] = name.split('[');
  if (rest.some((part) => part.indexOf(']') < 0)) throw unbalanced(name);
  const steps = [...(dots ? head.split('.') : [head]), ...rest.flatMap((part) => stepsAfter(name, part))];
  if (steps.length > mostLevels) throw new NameFault(say('form.too-deep', { depth: mostLevels }));
  const unsafe = name.split(/[.[\]]/).find(isUnsafe);
  if (unsafe) throw new NameFault(say('form.unsafe-name', { unsafe }));
  return steps;
}

/** A closing bracket may only be followed by another bracket or a dotted name. */
function stepsAfter(name: string, part: string): string[] {
  const end = part.indexOf(']');
  const behind = part.slice(end + 1);
  if (behind !== '' && !behind.startsWith('.')) throw unbalanced(name);
  return [part.slice(0, end), ...behind.split('.').slice(1)];
}

function unbalanced(name: string): NameFault {
  const shown = name.slice(0, 40);
  return new NameFault(say('form.brackets', { shown }));
}

type Branch = { [name: string]: Tree };

/** How many fields a branch has: to count them for each that is appended would take quadratic time. */
const counts = new WeakMap<Branch, number>();

/** Without a prototype, so that names cannot match inherited properties. */
export function branch(): Branch {
  return Object.create(null) as Branch;
}

function countOf(node: Branch): number {
  return counts.get(node) ?? 0;
}

function add(node: Branch, key: string, value: Tree): void {
  node[key] = value;
  counts.set(node, countOf(node) + 1);
}

/** Puts a value at the end of its steps; list positions stay keys until a schema turns them into lists. Throws NameFault. */
export function put(root: Branch, path: string[], value: string | Ready): void {
  let node = root;
  for (const [index, step] of path.slice(0, -1).entries()) {
    const key = step === '' ? openPosition(node, path[index + 1] as string) : step;
    if (node[key] === undefined) add(node, key, branch());
    const next = node[key];
    if (!isBranch(next)) throw conflict(path);
    node = next;
  }
  const last = path.at(-1) as string;
  const key = last === '' ? String(countOf(node)) : last;
  const known = node[key];
  if (known === undefined) add(node, key, value);
  else if (Array.isArray(known)) known.push(value);
  else if (isBranch(known)) throw conflict(path);
  else node[key] = [known, value];
}

/** In `items[][name]=a&items[][price]=1&items[][name]=b`, a repeated name starts the next item. */
function openPosition(node: Branch, next: string): string {
  const count = countOf(node);
  const last = node[String(count - 1)];
  return String(isBranch(last) && (next === '' || !(next in last)) ? count - 1 : count);
}

/** Whether a tree has names, and is neither a value nor a list. */
function isBranch(tree: Tree | undefined): tree is Branch {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree) && !(tree instanceof Ready);
}

function conflict(path: string[]): NameFault {
  const name = path.join('.').slice(0, 60);
  return new NameFault(say('form.value-and-object', { name }));
}

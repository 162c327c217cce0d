import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';

/** A form or XML document before its schema is applied: texts, in objects and lists. */
export type Tree = string | null | Tree[] | { [name: string]: Tree };

/** Thrown if a form cannot be parsed. */
export class FormFault extends Error {
  readonly texts: Texts;
  constructor(texts: Texts) {
    super(texts.en);
    this.texts = texts;
  }
}

const limits = { pairs: 5_000, depth: 16 };

/** Parses a form into a tree; list positions (`items[0]`, `items[]`) stay keys until a schema turns them into lists. */
export function readForm(text: string): { [name: string]: Tree } {
  const pairs = text.split('&').filter(Boolean);
  if (pairs.length > limits.pairs) throw new FormFault(say('form.too-many-fields', { pairs: limits.pairs }));
  const root = branch();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    put(root, pathOf(decode(name)), decode(value));
  }
  return root;
}

type Branch = { [name: string]: Tree };

/** How many fields a branch has: to count them for each that is appended would take quadratic time. */
const counts = new WeakMap<Branch, number>();

/** Without a prototype, so that field names cannot match inherited properties. */
function branch(): Branch {
  return Object.create(null) as Branch;
}

function countOf(node: Branch): number {
  return counts.get(node) ?? 0;
}

function add(node: Branch, key: string, value: Tree): void {
  node[key] = value;
  counts.set(node, countOf(node) + 1);
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    if (!decoded.includes('\0')) return decoded;
  } catch {}
  const shown = text.slice(0, 40);
  throw new FormFault(say('form.not-utf8', { shown }));
}

/** Splits `address[city]`, `address.city` and `line_items[0][description]` into steps; an empty step appends. */
function pathOf(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  if (rest.some((part) => part.indexOf(']') < 0)) throw unbalanced(name);
  const steps = [...head.split('.'), ...rest.flatMap((part) => stepsAfter(name, part))];
  if (steps.length > limits.depth) throw new FormFault(say('form.too-deep', { depth: limits.depth }));
  const unsafe = steps.find((step) => /^(__proto__|constructor|prototype)$/.test(step));
  if (unsafe) throw new FormFault(say('form.unsafe-name', { unsafe }));
  return steps;
}

/** A closing bracket may only be followed by another bracket or a dotted name. */
function stepsAfter(name: string, part: string): string[] {
  const end = part.indexOf(']');
  const behind = part.slice(end + 1);
  if (behind !== '' && !behind.startsWith('.')) throw unbalanced(name);
  return [part.slice(0, end), ...behind.split('.').slice(1)];
}

function unbalanced(name: string): FormFault {
  const shown = name.slice(0, 40);
  return new FormFault(say('form.brackets', { shown }));
}

function put(root: Branch, path: string[], value: string): void {
  let node = root;
  for (const [index, step] of path.slice(0, -1).entries()) {
    const key = step === '' ? openPosition(node, path[index + 1] as string) : step;
    if (node[key] === undefined) add(node, key, branch());
    const next = node[key];
    if (typeof next !== 'object' || next === null || Array.isArray(next)) throw conflict(path);
    node = next;
  }
  const last = path.at(-1) as string;
  const key = last === '' ? String(countOf(node)) : last;
  const known = node[key];
  if (known === undefined) add(node, key, value);
  else if (typeof known === 'string') node[key] = [known, value];
  else if (Array.isArray(known)) known.push(value);
  else throw conflict(path);
}

/** In `items[][name]=a&items[][price]=1&items[][name]=b`, a repeated name starts the next item. */
function openPosition(node: Branch, next: string): string {
  const count = countOf(node);
  const last = node[String(count - 1)];
  const isOpen = typeof last === 'object' && last !== null && !Array.isArray(last) && (next === '' || !(next in last));
  return String(isOpen ? count - 1 : count);
}

function conflict(path: string[]): FormFault {
  const name = path.join('.').slice(0, 60);
  return new FormFault(say('form.value-and-object', { name }));
}

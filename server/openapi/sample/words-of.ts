import type { CharSet, NFA } from 'refa';

type Node = NFA['initial'];

interface Way {
  node: Node;
  length: number;
  /** The characters of the last step, and the way before it. */
  characters?: CharSet;
  before?: Way;
}

/** A pattern with two loops has more ways of a length than there is memory for; only so many are looked at. */
const mostSteps = 50_000;

/** The texts that an automaton accepts, from the shortest of at least so many characters on, as the characters that each place may have. */
export function* wordsOf({ initial, finals }: NFA, minLength: number): Generator<CharSet[]> {
  const rest = distances(initial, finals);
  const waiting: Way[][] = [];
  const add = (way: Way) => {
    const left = rest.get(way.node);
    if (left === undefined) return;
    const length = Math.max(way.length + left, minLength);
    waiting[length] ??= [];
    waiting[length].push(way);
  };
  add({ node: initial, length: 0 });
  let steps = 0;
  for (let length = 0; length < waiting.length; length++) {
    for (let way = waiting[length]?.pop(); way; way = waiting[length]?.pop()) {
      if (finals.has(way.node) && way.length >= minLength) yield charactersOf(way);
      for (const [node, characters] of [...way.node.out].reverse()) {
        if (++steps > mostSteps) return;
        add({ node, length: way.length + 1, characters, before: way });
      }
    }
  }
}

/** How many characters lead from each node to an end, at least. */
function distances(initial: Node, finals: ReadonlySet<Node>): Map<Node, number> {
  const before = new Map<Node, Node[]>();
  const known = new Set([initial]);
  for (const node of known)
    for (const next of node.out.keys()) {
      before.getOrInsertComputed(next, () => []).push(node);
      known.add(next);
    }
  const found = new Map([...finals].map((node) => [node, 0]));
  for (const [node, distance] of found)
    for (const previous of before.get(node) ?? []) if (!found.has(previous)) found.set(previous, distance + 1);
  return found;
}

function charactersOf(way: Way): CharSet[] {
  const found: CharSet[] = [];
  for (let each: Way | undefined = way; each?.characters; each = each.before) found.push(each.characters);
  return found.reverse();
}

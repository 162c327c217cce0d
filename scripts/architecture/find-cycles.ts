/** Finds groups of nodes that reach each other, with Tarjan's strongly connected components algorithm. */
export function findCycles(arrows: Iterable<{ from: string; to: string }>): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) {
    if (!next.has(from)) next.set(from, new Set());
    next.get(from)?.add(to);
  }
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  for (const name of next.keys()) if (!numbers.has(name)) visit(name);
  return cycles;

  function visit(name: string): void {
    numbers.set(name, numbers.size);
    lowest.set(name, numbers.get(name) as number);
    stack.push(name);
    for (const other of next.get(name) ?? []) {
      if (!numbers.has(other)) visit(other);
      if (stack.includes(other)) lowest.set(name, Math.min(lowest.get(name) as number, lowest.get(other) as number));
    }
    if (lowest.get(name) !== numbers.get(name)) return;
    const group = stack.splice(stack.indexOf(name));
    if (group.length > 1 || next.get(name)?.has(name)) cycles.push(group.sort());
  }
}

import type { ApiScopes, Scope } from '../../generated/platform/types.gen.ts';

export type Access = Scope['access'];

/** How much of a group is chosen. */
export type Chosen = 'all' | 'some' | 'none';

/** The scope that stands for all that reads, or all that writes, in every API. */
export function everything(access: Access): string {
  return `*:${access}`;
}

/** The scopes of an API that let a program read, or write. */
export function scopesFor({ scopes }: ApiScopes, access: Access): Scope[] {
  return scopes.filter((scope) => scope.access === access);
}

/** Whether what is chosen allows a scope, by its name or by the one that stands for all. */
export function allows(chosen: string[], { name, access }: Scope): boolean {
  return chosen.includes(name) || chosen.includes(everything(access));
}

/** How much of some scopes is allowed. */
export function chosenOf(chosen: string[], scopes: Scope[]): Chosen {
  const count = scopes.filter((scope) => allows(chosen, scope)).length;
  if (count === 0) return 'none';
  return count === scopes.length ? 'all' : 'some';
}

/** Adds or takes away scopes; the one that stands for all takes the place of those that it includes. */
export function choose(tree: ApiScopes[], chosen: string[], scopes: Scope[], wanted: boolean): string[] {
  const names = scopes.map(({ name }) => name);
  const kept = chosen.filter((name) => !names.includes(name));
  if (!wanted) return kept;
  const included = new Set(
    tree.flatMap((api) =>
      api.scopes.filter(({ access }) => names.includes(everything(access))).map(({ name }) => name),
    ),
  );
  return [...kept.filter((name) => !included.has(name)), ...names];
}

/** Whether a program with these scopes may use anything of an API. */
export function reaches(tree: ApiScopes[], chosen: string[], api: string): boolean {
  const group = tree.find((candidate) => candidate.api === api);
  return group?.scopes.some((scope) => allows(chosen, scope)) ?? false;
}

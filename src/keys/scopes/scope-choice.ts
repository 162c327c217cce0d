import type { ApiScopes, Scope } from '../../generated/platform/types.gen.ts';

export type Access = Scope['access'];

/** How much of a group is granted. */
export type Chosen = 'all' | 'some' | 'none';

/** The wildcard scope for reading or writing in every API. */
export function everything(access: Access): string {
  return `*:${access}`;
}

/** The scopes of an API that grant read or write access. */
export function scopesFor({ scopes }: ApiScopes, access: Access): Scope[] {
  return scopes.filter((scope) => scope.access === access);
}

/** Whether the chosen scopes grant a scope, by name or by wildcard. */
export function allows(chosen: string[], { name, access }: Scope): boolean {
  return chosen.includes(name) || chosen.includes(everything(access));
}

/** How much of a group of scopes is granted. */
export function chosenOf(chosen: string[], scopes: Scope[]): Chosen {
  const count = scopes.filter((scope) => allows(chosen, scope)).length;
  if (count === 0) return 'none';
  return count === scopes.length ? 'all' : 'some';
}

/** Adds or removes scopes; a wildcard replaces the scopes that it includes. */
export function choose(tree: ApiScopes[], chosen: string[], scopes: Scope[], wanted: boolean): string[] {
  const names = scopes.map(({ name }) => name);
  const remaining = chosen.filter((name) => !names.includes(name));
  if (!wanted) return remaining;
  const included = new Set(
    tree.flatMap((api) =>
      api.scopes.filter(({ access }) => names.includes(everything(access))).map(({ name }) => name),
    ),
  );
  return [...remaining.filter((name) => !included.has(name)), ...names];
}

/** Whether a program with these scopes can use any part of an API. */
export function reaches(tree: ApiScopes[], chosen: string[], api: string): boolean {
  const group = tree.find((candidate) => candidate.api === api);
  return group?.scopes.some((scope) => allows(chosen, scope)) ?? false;
}

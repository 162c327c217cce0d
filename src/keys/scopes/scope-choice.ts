import type { ApiScopes, Scope } from '../../generated/platform/types.gen.ts';

export type Access = Scope['access'];

/** How much of a group is granted. */
export type Chosen = 'all' | 'some' | 'none';

/** The scopes of an API that grant read or write access. */
export function scopesFor({ scopes }: ApiScopes, access: Access): Scope[] {
  return scopes.filter((scope) => scope.access === access);
}

/** Whether the chosen scopes grant a scope, by name or through a broader one. */
export function allows(chosen: string[], scope: Scope): boolean {
  return chosen.includes(scope.name) || isRuled(chosen, scope);
}

/** Whether a broader scope grants it, so that it cannot be removed by itself. */
export function isRuled(chosen: string[], { included_in }: Scope): boolean {
  return included_in.some((broader) => chosen.includes(broader));
}

/** How much of a group of scopes is granted. */
export function chosenOf(chosen: string[], scopes: Scope[]): Chosen {
  const count = scopes.filter((scope) => allows(chosen, scope)).length;
  if (count === 0) return 'none';
  return count === scopes.length ? 'all' : 'some';
}

/** Adds or removes scopes; a broader scope replaces those that it includes. */
export function choose(tree: ApiScopes[], chosen: string[], scopes: Scope[], wanted: boolean): string[] {
  const names = scopes.map(({ name }) => name);
  const remaining = chosen.filter((name) => !names.includes(name));
  if (!wanted) return remaining;
  const all = [...remaining, ...names];
  const ruled = tree.flatMap((api) => api.scopes.filter((scope) => isRuled(all, scope)).map(({ name }) => name));
  return all.filter((name) => !ruled.includes(name));
}

/** Whether a program with these scopes can use any part of an API. */
export function reaches(tree: ApiScopes[], chosen: string[], api: string): boolean {
  const group = tree.find((candidate) => candidate.api === api);
  return group?.scopes.some((scope) => allows(chosen, scope)) ?? false;
}

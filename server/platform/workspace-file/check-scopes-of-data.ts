import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../identity/principal.ts';
import { scopesOf, wildcards } from '../../identity/scope-catalog.ts';
import { type Access, mayDo } from '../../identity/scopes.ts';

/** Refuses (403) a caller who may not read, or write, all data of all sandboxes: a file holds them all. */
export function checkScopesOfData(
  { apis, scopes: catalog }: Context,
  { scopes, role }: Principal,
  access: Access,
): void {
  const isBroadest = ({ includedIn }: { includedIn: string[] }) =>
    includedIn.every((name) => wildcards.some((wildcard) => wildcard.name === name));
  const needed = [...apis.values()]
    .filter(({ isPlatform }) => !isPlatform)
    .flatMap((api) => scopesOf(api).filter((scope) => scope.access === access && isBroadest(scope)))
    .map(({ name }) => name);
  const missing = mayDo(role, access) ? needed.filter((name) => !catalog.include(scopes, name)) : needed;
  if (missing.length === 0) return;
  throw new Refusal('insufficient_scope', say('workspaces.file-needs-scopes', { scopes: missing.join(', ') }));
}

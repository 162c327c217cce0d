import { preferredLanguage } from '../answers/preferred-language.ts';
import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { type Scope, scopesOf, wildcards } from '../identity/scope-catalog.ts';
import type { Access } from '../identity/scopes.ts';
import type { Handler } from './handler.ts';

const all: Texts = say('scopes.all');
const everything: Record<Access, Texts> = {
  read: say('scopes.read'),
  write: say('scopes.write'),
};

/** `GET /scopes`: the scopes that keys and clients may have, by API, as documented. */
export const listScopes: Handler<'listScopes'> = async ({ context, incoming }) => {
  const language = preferredLanguage(incoming.headers);
  const broad = wildcards.map((scope) => ({ ...scope, description: everything[scope.access][language] }));
  const data = [
    { api: '*', title: all[language], scopes: broad.map(show) },
    ...[...context.apis.values()].map((api) => ({ api: api.slug, title: api.title, scopes: scopesOf(api).map(show) })),
  ];
  return { status: 200, mediaType: 'application/json', body: { data } };
};

function show({ includedIn, ...scope }: Scope) {
  return { ...scope, included_in: includedIn };
}

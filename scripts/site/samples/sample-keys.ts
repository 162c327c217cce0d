import type { Credential, Keys } from '../../../wire/credentials.ts';

/** Stand-ins for what a reader has; nothing in a document may look like them. */
export const sampleKey = 'cais0key0of0samples';
export const sampleClient = 'cais0client0of0samples';
export const sampleSecret = 'cais0secret0of0samples';
const sampleUser = 'cais0user0of0samples';
const samplePassword = 'cais0password0of0samples';

/** Stands in for the portal's origin: the snippet generators parse it, so it must be a valid URL. */
export const sampleOrigin = 'https://origin.invalid';
/** Stands in for the server that the reader chooses. */
export const sampleServer = 'https://server.invalid';

const places: [found: string, place: string][] = [
  // What an example has in such braces is not a place of ours (see sample-code.ts).
  ['{{', '{{open}}'],
  [sampleOrigin, '{{origin}}'],
  [sampleServer, '{{server}}'],
  [sampleClient, '{{client}}'],
  [sampleSecret, '{{secret}}'],
  [sampleUser, '{{user}}'],
  [samplePassword, '{{password}}'],
  [btoa(`${sampleKey}:x`), '{{basic}}'],
  [btoa(`${sampleUser}:${samplePassword}`), '{{account}}'],
];

/** Puts the places for a reader's values into code that was written with stand-ins. */
export function withPlaces(code: string): string {
  const placed = places.reduce((text, [found, place]) => text.replaceAll(found, place), code);
  return placed.replaceAll(new RegExp(`${sampleKey}(?:0of0(\\w+?)0end)?`, 'g'), (_, name?: string) =>
    name ? `{{key.${name}}}` : '{{key}}',
  );
}

/** A sandbox takes one key everywhere. Another server has a name and a password for Basic, and a key for each scheme. */
export function keysOf(credentials: Credential[], isOwn: boolean): Keys {
  if (isOwn) return sampleKey;
  const others = credentials.filter(({ kind }) => kind !== 'client');
  return (credential) => {
    if (credential.kind === 'client') return `${sampleUser}:${samplePassword}`;
    const name = 'name' in credential ? credential.name.replaceAll(/\W+/g, '_') : 'token';
    return others.length > 1 ? `${sampleKey}0of0${name}0end` : sampleKey;
  };
}

import { randomUUID } from 'node:crypto';
import { publicPath } from '../answers/public-path.ts';
import type { Context } from '../context.ts';
import { isSameSecret } from '../identity/is-same-secret.ts';
import { digestOf, type Peppers } from '../identity/peppers.ts';

const cookieName = 'cais_device';
const year = 365 * 24 * 60 * 60;

/**
 * The cookie by which a browser is known to an account that has signed in there. It opens nothing: attempts to sign in from it
 * are merely counted apart from those of strangers, who so cannot lock the owner out.
 */
export function rememberDevice({ peppers, config }: Pick<Context, 'peppers' | 'config'>, email: string): string {
  const id = randomUUID();
  const value = `${id}.${proofOf(peppers, peppers.current, id, email)}`;
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Max-Age=${year}; Path=${publicPath(config.publicUrl)}/account; HttpOnly; SameSite=Lax${secure}`;
}

/** The id of the device that sent these cookies, if it is known to the account of an address, whether that exists or not. */
export function findDevice(peppers: Peppers, cookies: string | undefined, email: string): string | undefined {
  const [, id, proof] = /(?:^|; ?)cais_device=([\w-]{1,40})\.([\w-]{1,60})(?:;|$)/.exec(cookies ?? '') ?? [];
  if (id === undefined || proof === undefined) return undefined;
  const isKnown = [...peppers.byVersion.keys()].some((version) =>
    isSameSecret(proofOf(peppers, version, id, email), proof),
  );
  return isKnown ? id : undefined;
}

function proofOf(peppers: Peppers, version: number, id: string, email: string): string {
  return digestOf(peppers, version, `device ${id} ${email.toLowerCase()}`);
}

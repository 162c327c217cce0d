import type { Environment } from './read-setting.ts';

/** Shorter names are one slip away from too many variables that are not ours: HOST and HOME. */
const shortest = 5;
/** In names from this length on, two letters may be wrong at one place. */
const long = 10;

/** Variables that are nearly a setting, and so have no effect, each with the setting that was probably meant. */
export function findMisspelt(env: Environment, settings: string[]): { name: string; meant: string }[] {
  const unset = settings.filter((setting) => !env[setting]);
  return Object.keys(env)
    .filter((name) => !settings.includes(name))
    .flatMap((name) => {
      const meant = unset.find((setting) => isNearly(lettersOf(name), lettersOf(setting)));
      return meant === undefined ? [] : [{ name, meant }];
    });
}

function lettersOf(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z]/g, '');
}

/** Whether two names differ at one place at most: letters missing, added, replaced, or two exchanged. */
function isNearly(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < shortest) return false;
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one, other].map((name) => name.slice(start, name.length - end)) as [string, string];
  const isExchange = left.length === 2 && right === `${left[1]}${left[0]}`;
  return isExchange || Math.max(left.length, right.length) <= (shorter < long ? 1 : 2);
}

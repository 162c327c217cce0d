import { findNearest } from '../find-nearest.ts';

/** What is wrong with a setting of the portal, and what to do. */
export interface ConfigFault {
  /** Such as `footer.links[0].to`; empty for the whole. */
  key: string;
  message: string;
  remedy: string;
}

/** Looks for faults in the value of a key. */
export type Check = (value: unknown, key: string) => ConfigFault[];

/** A value that fits a pattern, which is told in words. */
export function text(what = 'a text', pattern = /\S/): Check {
  return (value, key) =>
    typeof value === 'string' && pattern.test(value)
      ? []
      : [{ key, message: `is ${shown(value)}`, remedy: `Write ${what}.` }];
}

/** True or false. */
export const flag: Check = (value, key) =>
  typeof value === 'boolean' ? [] : [{ key, message: `is ${shown(value)}`, remedy: 'Write true or false.' }];

/** One of some words. */
export function oneOf(words: readonly string[]): Check {
  return (value, key) => {
    if (words.includes(value as string)) return [];
    const meant = typeof value === 'string' ? findNearest(value, words) : undefined;
    const remedy = meant ? `Did you mean "${meant}"?` : `Write one of ${words.join(', ')}.`;
    return [{ key, message: `is ${shown(value)}`, remedy }];
  };
}

/** A list with at least one item. */
export function list(item: Check): Check {
  return (value, key) => {
    if (!Array.isArray(value) || value.length === 0)
      return [{ key, message: `is ${shown(value)}`, remedy: 'Write a list with something in it, or leave it out.' }];
    return value.flatMap((one, index) => item(one, `${key}[${index}]`));
  };
}

/** An object whose keys are the provider's own. */
export function mapOf(item: Check): Check {
  return (value, key) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, part]) => item(part, `${key}.${name}`))
      : [{ key, message: `is ${shown(value)}`, remedy: 'Write an object: { … }.' }];
}

/** `false`, or something else. */
export function noOr(check: Check): Check {
  return (value, key) => (value === false ? [] : check(value, key));
}

/** An object with these keys, of which some are needed, and no others. */
export function object(keys: Record<string, Check>, needed: string[] = []): Check {
  return (value, key) => {
    if (!isObject(value)) return [{ key, message: `is ${shown(value)}`, remedy: 'Write an object: { … }.' }];
    const path = (name: string) => (key ? `${key}.${name}` : name);
    const missing = needed.filter((name) => value[name] === undefined);
    return [
      ...missing.map((name) => ({ key: path(name), message: 'is missing', remedy: `Add it.` })),
      ...Object.entries(value).flatMap(([name, part]) => {
        const check = Object.hasOwn(keys, name) ? keys[name] : undefined;
        if (check) return part === undefined ? [] : check(part, path(name));
        return [{ key: path(name), message: 'is no setting', remedy: meantBy(name, Object.keys(keys)) }];
      }),
    ];
  };
}

/** A text, or something else; what is no text is told by the faults of the other. */
export function textOr(check: Check, what?: string, pattern?: RegExp): Check {
  return (value, key) => (isObject(value) ? check(value, key) : text(what, pattern)(value, key));
}

function meantBy(name: string, known: string[]): string {
  const meant = findNearest(name, known);
  return meant ? `Did you mean "${meant}"?` : `There are ${known.join(', ')}.`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}

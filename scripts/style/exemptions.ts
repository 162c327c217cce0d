import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../server/openapi/read-source.ts';
import type { Breach, StyleFault } from './style-rule.ts';

/** A rule that an API does not follow, entirely or for some subjects, and why. */
interface Exemption {
  rule: string;
  only?: (string | number)[];
  reason: string;
}

/** The exemptions of an API, from `specs/<slug>/style.yaml`. */
export interface Exemptions {
  covers(rule: string, breach: Breach): boolean;
  /** Faults in the exemptions themselves, once all breaches have been passed to `covers`. */
  faults(): StyleFault[];
}

/** Reads the exemptions of an API; empty if there is no file. */
export async function readExemptions(folder: string, rules: string[]): Promise<Exemptions> {
  const path = join(folder, 'style.yaml');
  if (!existsSync(path)) return { covers: () => false, faults: () => [] };
  const { file, value, lineOf } = await readSource(path);
  const fault = (pointer: string, message: string, remedy: string) => ({
    file,
    line: lineOf(pointer),
    message,
    remedy,
  });
  if (!Array.isArray(value))
    return { covers: () => false, faults: () => [fault('', 'The file is not a list of exemptions.', form)] };

  const exemptions = value as Exemption[];
  const needed = new Set<string>();
  return {
    covers: (rule, { subject }) => {
      const covering = exemptions.flatMap((exemption, index) => {
        const { only } = exemption ?? {};
        if (exemption?.rule !== rule) return [];
        if (only === undefined) return [`/${index}`];
        const at = Array.isArray(only) ? only.map(String).indexOf(subject) : -1;
        return at < 0 ? [] : [`/${index}/only/${at}`];
      });
      for (const pointer of covering) needed.add(pointer);
      return covering.length > 0;
    },
    faults: () =>
      exemptions.flatMap((exemption, index) => {
        const { rule, only, reason } = exemption ?? {};
        const at = `/${index}`;
        if (!rules.includes(rule))
          return [fault(`${at}/rule`, `There is no rule "${rule}".`, `The rules are: ${rules.join(', ')}.`)];
        if (typeof reason !== 'string' || !reason.trim())
          return [fault(at, `The exemption from ${rule} has no reason.`, form)];
        if (only !== undefined && !(Array.isArray(only) && only.length > 0))
          return [fault(`${at}/only`, `"only" of the exemption from ${rule} is not a list.`, form)];
        const places = only
          ? only.map((subject, place) => ({ pointer: `${at}/only/${place}`, subject }))
          : [{ pointer: at, subject: '' }];
        return places
          .filter(({ pointer }) => !needed.has(pointer))
          .map(({ pointer, subject }) =>
            fault(
              pointer,
              `Nothing needs the exemption from ${[rule, subject].filter(String).join(' of ')}.`,
              'Remove it.',
            ),
          );
      }),
  };
}

const form = 'Write "- rule: <name>", "  reason: <why>", and, to exempt only some subjects, "  only: [<subject>, …]".';

import { unaccented } from '../key-of.ts';
import { matchAddress } from './paths.ts';
import type { QueryPlan } from './plan-query.ts';
import type { Named, Names } from './read-names.ts';
import { type Asked, scoreName } from './score-name.ts';
import { stemOf } from './stem-of.ts';
import { partsOf } from './word-parts.ts';
import { strength, strengthsOf } from './word-strengths.ts';

/** Something whose name is what is looked for, and how well it is. */
export interface NameMatch {
  named: Named;
  score: number;
}

/** Finds what is named like a query, the best first, and the words of names by which it was found. */
export function findNames(names: Names, plan: QueryPlan): { matches: NameMatch[]; terms: string[] } {
  const parts = plan.words.flatMap((word) => {
    const isBegun = plan.isBegun && unaccented(word) === unaccented(plan.words.at(-1) ?? '');
    return partsOf(word).map((part, index, all) => ({ part, isBegun: isBegun && index === all.length - 1 }));
  });
  if (parts.length === 0) return { matches: [], terms: [] };
  const words = parts.map(({ part, isBegun }) => ({
    strengths: strengthsOf(names, part, isBegun),
    methods: names.meanings.methodsFor(part),
  }));
  const asked: Asked = {
    key: plan.key,
    stemOfKey: stemOf(plan.key),
    stems: parts.map(({ part }) => stemOf(part)).join(' '),
    isAddressed: matchAddress(plan.text),
    words,
  };
  const matches = names.named
    .map((named) => ({ named, score: scoreName(named, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const terms = new Set([...plan.words.map(unaccented), ...parts.map(({ part }) => part)]);
  for (const { strengths } of words)
    for (const [place, found] of strengths) if (found === strength.means) terms.add(names.tokens[place] ?? '');
  return { matches, terms: [...terms] };
}

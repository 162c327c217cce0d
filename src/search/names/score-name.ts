import type { PageName } from './names-file.ts';
import type { Named } from './read-names.ts';
import { stemOf } from './stem-of.ts';
import { strength } from './word-strengths.ts';

/** A query, ready to be compared with names. */
export interface Asked {
  key: string;
  stemOfKey: string;
  /** Its words in the singular. */
  stems: string;
  isAddressed: ((page: PageName) => boolean) | undefined;
  words: { strengths: Map<number, number>; methods: string[] }[];
}

/** What is added for a whole name, for one in another number, for the beginning of one, and for how much of the title was said. */
const bonus = { whole: 2.2, wholeNearly: 2, begins: 0.25, title: 0.4 };

/** What speaks against names that match as well as others, so that these come first. */
const against = {
  deprecated: 0.4,
  /** A page that tells again what others tell. */
  minor: 0.2,
  /** A section of a guide, and of a page of the reference. */
  section: 0.15,
  part: 0.6,
  /** An error's code: who wants it says all of it. */
  code: 0.15,
  perMethod: 0.01,
  perSegment: 0.02,
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** From so many words on, one may be missing. */
const many = 3;
const oneMissing = 0.55;

/** How well a name matches a query; 0 if it does not. Above 2 it is the whole name. */
export function scoreName(named: Named, asked: Asked): number {
  const whole = wholeBonus(named, asked);
  const best = asked.words.map((word) => bestOf(named, word));
  const missing = best.filter((value) => value === 0).length;
  const mayMiss = best.length < many || asked.isAddressed ? 0 : 1;
  if (whole === 0 && (missing > mayMiss || !best.some((value) => value > strength.around))) return 0;
  const mean = best.reduce((sum, value) => sum + value, 0) / best.length;
  const begins = asked.key.length > 2 && named.keys.some((key) => key.startsWith(asked.key));
  return (
    (whole > 0 ? 1 + whole : mean * (missing > 0 ? oneMissing : 1) + (begins ? bonus.begins : 0)) +
    bonus.title * saidOf(named, asked) -
    priorOf(named)
  );
}

function wholeBonus({ keys, section, page, stems, listed }: Named, asked: Asked): number {
  if (section && page.minor) return 0;
  if (keys.includes(asked.key) || (!section && asked.isAddressed?.(page))) return bonus.whole;
  const isNearly = keys.some((key) => stemOf(key) === asked.stemOfKey) || [stems, listed].includes(asked.stems);
  return isNearly ? bonus.wholeNearly : 0;
}

/** How well the best of its words matches a word of the query. */
function bestOf({ words, around, page, section }: Named, { strengths, methods }: Asked['words'][number]): number {
  // The name of an API is a word of its own, in its own number.
  const least = section ? strength.inflected : strength.same;
  let best = around.some((place) => (strengths.get(place) ?? 0) >= least) ? strength.around : 0;
  for (const [place, weight] of words) best = Math.max(best, (strengths.get(place) ?? 0) * weight);
  return !section && methods.includes(page.method ?? '') ? Math.max(best, strength.does) : best;
}

/** How much of the title is in the query. */
function saidOf({ title }: Named, { words }: Asked): number {
  const said = title.map((place) => Math.max(...words.map(({ strengths }) => strengths.get(place) ?? 0)));
  return said.reduce((sum, value) => sum + value, 0) / Math.max(1, title.length);
}

function priorOf({ page, section }: Named): number {
  const isOne = page.path?.endsWith('}') && page.method === 'GET';
  return (
    (page.deprecated ? against.deprecated : 0) +
    (page.minor && !section ? against.minor : 0) +
    (section ? (page.url.startsWith('/reference/') ? against.part : against.section) : 0) +
    (section?.[0].includes('_') ? against.code : 0) +
    against.perSegment * Math.min(3, page.path?.split('/').length ?? 0) +
    against.perMethod * (Math.max(0, methods.indexOf(page.method ?? 'GET')) + (isOne ? 1.5 : 0))
  );
}

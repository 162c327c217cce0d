import { say } from '../../answers/say.ts';
import { alike, complete, type OwnTexts, type Texts } from '../../answers/texts.ts';
import type { Lifecycle } from '../../dialect/lifecycle.ts';
import type { ResourceRules } from '../../dialect/profile.ts';
import type { Resource } from '../plan-types.ts';
import type { Explained, Fact, StoreExplanation } from './explanation.ts';

/** Explains what a store holds, and which rules the profile sets for it. */
export function explainStore({ profile, written, seed }: Explained, resource: Resource): StoreExplanation {
  const { store, idKey, idType, itemPath } = resource;
  const rules: ResourceRules = profile.resources?.[store] ?? {};
  const records = seed.filter((record) => record.store === store).length;
  const isGuessed = (rule: 'actions' | 'events') => written.resources?.[store]?.[rule] === undefined;
  const key = idKey ?? say('explain.path-alone');
  const facts: [Texts, OwnTexts | string | undefined][] = [
    [say('explain.facts.one-record'), itemPath],
    [
      say('explain.facts.id'),
      rules.idPrefix
        ? say('explain.id-prefix', { key, type: idType, prefix: rules.idPrefix })
        : say('explain.id', { key, type: idType }),
    ],
    [say('explain.facts.seed'), String(records)],
    [say('explain.facts.paged-by'), rules.pagination?.name],
    [say('explain.facts.unique'), rules.unique?.join(', ')],
    [say('explain.facts.references'), arrows(rules.references)],
    [say('explain.facts.shows'), arrows(rules.embeds)],
    [say('explain.facts.derived'), rules.derive && say('explain.derived')],
    [say('explain.facts.delete-changes'), rules.onDelete && JSON.stringify(rules.onDelete)],
    [say('explain.facts.lifecycle'), rules.lifecycle && describeSteps(rules.lifecycle)],
    [say('explain.facts.magic-values'), rules.lifecycle && describeMagic(rules.lifecycle)],
    [say('explain.facts.delete-cancels'), rules.lifecycle?.cancel && describeCancel(rules.lifecycle.cancel)],
    [
      isGuessed('actions') ? say('explain.facts.guessed-actions') : say('explain.facts.actions'),
      rules.actions &&
        Object.entries(rules.actions.moves)
          .map(
            ([name, { from, needs, to }]) =>
              `${name}: ${[from ?? needs ?? '*'].flat().join(' | ')}${to ? ` → ${to}` : ''}`,
          )
          .join(', '),
    ],
    [say('explain.facts.forbidden-ids'), rules.foreign?.join(', ')],
    [
      isGuessed('events') ? say('explain.facts.guessed-events') : say('explain.facts.events'),
      rules.events && describeEvents(rules.events),
    ],
  ];
  return { store, facts: facts.flatMap(([name, text]) => factOf(name, text)) };
}

/** A list with one fact, or an empty one if there is no text. */
export function factOf(name: Texts, text: OwnTexts | string | undefined): Fact[] {
  if (text === undefined || text === '') return [];
  return [{ name, text: typeof text === 'string' ? alike(text) : complete(text) }];
}

export function arrows(map: Record<string, string> | undefined): string | undefined {
  return (
    map &&
    Object.entries(map)
      .map(([from, to]) => `${from} → ${to}`)
      .join(', ')
  );
}

function describeSteps({ property, initial, steps }: Lifecycle): string {
  const texts = steps.map(({ from, to, after }) => `${from} → ${to} (${after / 1000} s)`);
  return `${property}: ${[initial, ...texts].join(', ')}`;
}

function describeMagic({ outcome }: Lifecycle): Texts | undefined {
  const { property, outcomes } = outcome?.magic ?? {};
  if (!property || !outcomes) return undefined;
  const list = Object.entries(outcomes).map(([prefix, to]) => `${prefix}… → ${to}`);
  return say('explain.magic-value', { property, prefixes: list.join(', ') });
}

function describeCancel({ from, to }: { from: string[]; to: string }): string {
  return `${from.join(' | ')} → ${to}`;
}

function describeEvents({
  states = {},
  created = [],
  changed = [],
  deleted = [],
}: NonNullable<ResourceRules['events']>): string {
  return [...new Set([...created, ...changed, ...deleted, ...Object.values(states).flat()])].join(', ');
}

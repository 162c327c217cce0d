import type { Texts } from '../../answers/texts.ts';
import type { Lifecycle } from '../../dialect/lifecycle.ts';
import type { ResourceRules } from '../../dialect/profile.ts';
import type { Resource } from '../plan-types.ts';
import { alike, type Explained, type Fact, type StoreExplanation } from './explanation.ts';

/** Explains what a store holds, and which rules the profile sets for it. */
export function explainStore({ profile, seed }: Explained, resource: Resource): StoreExplanation {
  const { store, idKey, idType, itemPath } = resource;
  const rules: ResourceRules = profile.resources?.[store] ?? {};
  const records = seed.filter((record) => record.store === store).length;
  const facts: [Texts, Texts | string | undefined][] = [
    [{ en: 'one record', pt: 'um registro' }, itemPath],
    [
      { en: 'id', pt: 'id' },
      {
        en: `${idKey ?? 'the path alone'} (${idType})${rules.idPrefix ? `, starts with ${rules.idPrefix}` : ''}`,
        pt: `${idKey ?? 'só o caminho'} (${idType})${rules.idPrefix ? `, começa com ${rules.idPrefix}` : ''}`,
      },
    ],
    [{ en: 'seed records', pt: 'registros iniciais' }, String(records)],
    [{ en: 'paged by', pt: 'paginação' }, rules.pagination?.name],
    [{ en: 'unique', pt: 'únicos' }, rules.unique?.join(', ')],
    [{ en: 'references', pt: 'referências' }, arrows(rules.references)],
    [{ en: 'shows', pt: 'mostra' }, arrows(rules.embeds)],
    [
      { en: 'derived', pt: 'derivados' },
      rules.derive && { en: 'by the profile, on every change', pt: 'pelo perfil, a cada alteração' },
    ],
    [{ en: 'DELETE changes', pt: 'DELETE altera' }, rules.onDelete && JSON.stringify(rules.onDelete)],
    [{ en: 'lifecycle', pt: 'ciclo de vida' }, rules.lifecycle && describeSteps(rules.lifecycle)],
    [{ en: 'magic values', pt: 'valores mágicos' }, rules.lifecycle && describeMagic(rules.lifecycle)],
    [{ en: 'DELETE cancels', pt: 'DELETE cancela' }, rules.lifecycle?.cancel && describeCancel(rules.lifecycle.cancel)],
    [
      { en: 'actions', pt: 'ações' },
      rules.actions &&
        Object.entries(rules.actions.moves)
          .map(
            ([name, { from, needs, to }]) =>
              `${name}: ${[from ?? needs ?? '*'].flat().join(' | ')}${to ? ` → ${to}` : ''}`,
          )
          .join(', '),
    ],
    [{ en: 'forbidden ids', pt: 'ids proibidos' }, rules.foreign?.join(', ')],
    [{ en: 'events', pt: 'eventos' }, rules.events && describeEvents(rules.events)],
  ];
  return { store, facts: facts.flatMap(([name, text]) => factOf(name, text)) };
}

/** A list with one fact, or an empty one if there is no text. */
export function factOf(name: Texts, text: Texts | string | undefined): Fact[] {
  if (text === undefined || text === '') return [];
  return [{ name, text: typeof text === 'string' ? alike(text) : text }];
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
  return { en: `${property} that starts with ${list.join(', ')}`, pt: `${property} que começa com ${list.join(', ')}` };
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

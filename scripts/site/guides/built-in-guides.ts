import type { Feature } from '../../../server/settings/portal/features.ts';

/**
 * What a guide tells about; where a portal has no such thing, it has no such guide. Its own API (`platform`) is there for every sandbox,
 * even where none of them can be shown.
 */
export type Topic = Exclude<Feature, 'suggestions'> | 'platform';

export interface BuiltInGuide {
  /** The name of its file in `guides/<language>/`, and the last segment of its address. */
  id: string;
  /** The heading under which it stands, in the order of `guideGroups`; the first guide stands above all of them. */
  group?: GuideGroup;
  needs: Topic[];
}

export const guideGroups = ['start', 'calls', 'webhooks', 'program'] as const;

export type GuideGroup = (typeof guideGroups)[number];

/**
 * The guides that every portal has, in reading order, and what each of them needs. Those to which responses of the server lead need
 * nothing else than what responds.
 */
export const builtInGuides: BuiltInGuide[] = [
  { id: 'index', needs: [] },
  { id: 'quickstart', group: 'start', needs: ['sandbox'] },
  { id: 'authentication', group: 'start', needs: ['platform'] },
  { id: 'sandbox', group: 'start', needs: ['sandbox'] },
  { id: 'people', group: 'start', needs: ['accounts'] },
  { id: 'errors', group: 'calls', needs: ['platform'] },
  { id: 'find-out-why', group: 'calls', needs: ['requests'] },
  { id: 'usage', group: 'calls', needs: ['requests'] },
  { id: 'alerts', group: 'calls', needs: ['requests'] },
  { id: 'webhooks', group: 'webhooks', needs: ['webhooks'] },
  { id: 'webhook-signatures', group: 'webhooks', needs: ['webhooks'] },
  { id: 'sdk', group: 'program', needs: ['downloads', 'sandbox'] },
  { id: 'ci', group: 'program', needs: ['sandbox'] },
  { id: 'cors', group: 'program', needs: ['sandbox'] },
];

/** Whether a guide is there wherever there is something that leads to it: responses of the server name its address. */
export function isAlwaysThere({ needs }: BuiltInGuide): boolean {
  return needs.every((topic) => topic === 'platform');
}

/** Those of them that a portal with these topics has. */
export function guidesAbout(topics: ReadonlySet<Topic>): BuiltInGuide[] {
  return builtInGuides.filter(({ needs }) => needs.every((topic) => topics.has(topic)));
}

import type { AlertKind } from '../../db/alert-tables.ts';

/** What is watched, and from which figure on it is told. */
export interface Rule {
  id: string;
  kind: AlertKind;
  name: string | null;
  /** Only calls to this API; null for those to all sandboxes. */
  api: string | null;
  threshold: number;
  isOn: boolean;
  /** Whether administrators get mail. */
  mail: boolean;
  /** Null for a preset rule. */
  createdAt: string | null;
}

/** What a kind of rule compares its threshold with, and the bounds of it. */
interface Kind {
  preset: number;
  least: number;
  most: number;
  isWhole: boolean;
  /** Whether it counts calls, so that an API can be chosen. */
  countsCalls: boolean;
}

export const kinds: Record<AlertKind, Kind> = {
  /** The part of calls that end in 5xx. */
  error_rate: { preset: 0.05, least: 0.001, most: 1, isWhole: false, countsCalls: true },
  /** The part of calls that end in 429. */
  rate_limited: { preset: 0.2, least: 0.001, most: 1, isWhole: false, countsCalls: true },
  /** The 95th percentile of durations, in milliseconds. */
  latency: { preset: 2000, least: 1, most: 60_000, isWhole: true, countsCalls: true },
  /** Calls that there usually are in this hour of the day. */
  silence: { preset: 20, least: 1, most: 1_000_000, isWhole: true, countsCalls: true },
  /** Deliveries that failed in a row, at one endpoint. */
  failing_webhooks: { preset: 5, least: 1, most: 100, isWhole: true, countsCalls: false },
  /** Days until the end. */
  expiring_credentials: { preset: 7, least: 1, most: 30, isWhole: true, countsCalls: false },
};

const presetPrefix = 'preset_';

/** The rules that every workspace has from the start. They become rows only when somebody changes them. */
export const presets: Rule[] = (Object.keys(kinds) as AlertKind[]).map((kind) => ({
  id: presetPrefix + kind,
  kind,
  name: null,
  api: null,
  threshold: kinds[kind].preset,
  isOn: true,
  mail: true,
  createdAt: null,
}));

export function isPreset(id: string): boolean {
  return id.startsWith(presetPrefix);
}

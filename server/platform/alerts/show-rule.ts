import { isPreset, type Rule } from '../../activity/alerts/rules.ts';

/** A rule as the platform API shows it. */
export function showRule({ id, kind, name, api, threshold, isOn, mail, createdAt }: Rule): Record<string, unknown> {
  return {
    ...{ id, kind, name, api, threshold, enabled: isOn, mail },
    is_preset: isPreset(id),
    created_at: createdAt,
  };
}

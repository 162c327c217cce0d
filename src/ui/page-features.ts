/** What a portal may have (server/settings/portal/features.ts). */
export type Feature = 'sandbox' | 'keys' | 'webhooks' | 'requests' | 'accounts' | 'suggestions' | 'downloads';

export type Features = Readonly<Record<Feature, boolean>>;

/** The feature without which a page is not built, by the first segment of its address; other pages are in every portal. */
export const featureOfPage: Readonly<Record<string, Feature>> = {
  workspace: 'sandbox',
  keys: 'keys',
  webhooks: 'webhooks',
  requests: 'requests',
  usage: 'requests',
  alerts: 'requests',
  account: 'accounts',
  'confirm-email': 'accounts',
  invitation: 'accounts',
  members: 'accounts',
  outbox: 'accounts',
  'reset-password': 'accounts',
  'sign-in': 'accounts',
  'sign-up': 'accounts',
  suggestions: 'suggestions',
  downloads: 'downloads',
};

/** Whether a portal with these features has the page of an address such as `/keys?tab=audit`. */
export function hasPage(features: Features, address: string): boolean {
  const [, segment = ''] = address.split(/[/?#]/);
  const feature = Object.hasOwn(featureOfPage, segment) ? featureOfPage[segment] : undefined;
  return feature === undefined || features[feature];
}

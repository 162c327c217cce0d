import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from '../../documents/api-index-data.ts';
import type { Metrics } from '../../generated/platform/types.gen.ts';
import type { RequestFilters } from './request-filters.ts';
import { useFigures } from './use-figures.ts';

type Option = [value: string, label: string];

/** What the filters offer: the portal's APIs, and what the workspace has called, received and used. */
export function useChoices({ api, target }: RequestFilters, names: Map<string, string>) {
  const lines = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  const withPlatform = target !== undefined || api === 'platform';
  const isShown = (slug: string | null) =>
    api === undefined ? withPlatform || slug !== 'platform' : slug === null || slug === api;
  const namesOf = (figures: Metrics | undefined, isWanted: (slug: string | null) => boolean = () => true) =>
    [
      ...new Set((figures?.groups ?? []).flatMap(({ name, api }) => (name !== null && isWanted(api) ? [name] : []))),
    ].sort();

  const operations = namesOf(useFigures('operation'), isShown);
  const errorCodes = namesOf(useFigures('error_code'));
  const credentials = namesOf(useFigures('credential')).map((id): Option => [id, names.get(id) ?? id]);
  const statuses = namesOf(useFigures('status')).filter((status) => /^[1-5]\d\d$/.test(status));
  return {
    apis: lines.map(({ slug }) => slug),
    operations,
    errorCodes,
    credentials: credentials.sort(([, first], [, second]) => first.localeCompare(second)),
    statuses: [...classes(), ...statuses.map((status): Option => [status, status])],
  };
}

function classes(): Option[] {
  return [
    ['2xx', translate({ id: 'requests.class.2xx', message: '2xx: deu certo' })],
    ['3xx', translate({ id: 'requests.class.3xx', message: '3xx: nada mudou' })],
    ['4xx', translate({ id: 'requests.class.4xx', message: '4xx: requisição recusada' })],
    ['4xx-429', translate({ id: 'requests.class.4xxBelowLimits', message: '4xx, sem as de limite (429)' })],
    ['5xx', translate({ id: 'requests.class.5xx', message: '5xx: falha no servidor' })],
  ];
}

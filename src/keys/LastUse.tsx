import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from '../documents/api-index-data.ts';
import { Moment } from '../format/Moment.tsx';
import type { LastUse as LastUseData } from '../generated/platform/types.gen.ts';

/** When, from where and for which API a key or client was last used. */
export function LastUse({ use }: { use: LastUseData | null }) {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  if (!use) return <Translate id="keys.lastUse.never">Nunca</Translate>;
  const api = apis.find(({ slug }) => slug === use.api)?.title ?? use.api;
  return (
    <>
      <Moment time={use.at} />
      <small>
        {api}
        {' · '}
        <span translate="no">{use.address}</span>
      </small>
    </>
  );
}

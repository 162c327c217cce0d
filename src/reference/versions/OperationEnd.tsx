import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { OperationVersions } from '../../documents/operation-versions.ts';
import { OlderVersion } from './OlderVersion.tsx';

/** Says of an operation of an older version until when it works, and which one follows it, if there is one. */
export function OperationEnd({ api, versions: { all, older, changes } }: { api: string; versions: OperationVersions }) {
  const own = all.findIndex(({ isCurrent }) => isCurrent);
  const newer = all.slice(0, own).find(({ to }) => to !== undefined);
  return (
    <OlderVersion api={api} name={all[own]?.name ?? ''} end={older ?? {}}>
      {newer?.to && (
        <Link to={newer.to}>
          <Translate id="reference.older.same" values={{ version: newer.name }}>
            {'Esta operação na {version}'}
          </Translate>
        </Link>
      )}
      {changes && (
        <a href="#changes">
          <Translate id="reference.changes">O que mudou</Translate>
        </a>
      )}
    </OlderVersion>
  );
}

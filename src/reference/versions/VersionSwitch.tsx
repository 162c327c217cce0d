import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import type { VersionRef } from '../../documents/operation-versions.ts';
import styles from './VersionSwitch.module.css';

/** The versions of an operation or an API: the one that is shown, and links to the others. */
export function VersionSwitch({ versions }: { versions: VersionRef[] }) {
  return (
    <nav className={styles.versions} aria-label={translate({ id: 'reference.versions', message: 'Versões' })}>
      <ul translate="no">
        {versions.map((version) => (
          <li key={version.name} className={version.isOlder ? styles.older : undefined}>
            <Version version={version} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Version({ version: { name, to, isCurrent } }: { version: VersionRef }) {
  if (to?.startsWith('#')) return <a href={to}>{name}</a>;
  if (to !== undefined) return <Link to={to}>{name}</Link>;
  if (isCurrent) return <span aria-current="true">{name}</span>;
  return (
    <span>
      <Translate id="reference.notInVersion" values={{ version: name }}>
        {'não existe na {version}'}
      </Translate>
    </span>
  );
}

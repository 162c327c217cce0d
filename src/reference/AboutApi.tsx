import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';
import type { ApiIndexData } from '../documents/api-index-data.ts';
import { ContactLinks } from '../ui/ContactLinks.tsx';
import { DocumentText } from '../ui/DocumentText.tsx';
import { Prose } from '../ui/Prose.tsx';
import { ReferenceCrumbs } from '../ui/ReferenceCrumbs.tsx';
import { shownUrl } from '../ui/shown-url.ts';
import styles from './ApiIndex.module.css';
import { DocsLink } from './DocsLink.tsx';
import page from './Operation.module.css';
import { OlderVersion } from './versions/OlderVersion.tsx';
import { VersionSwitch } from './versions/VersionSwitch.tsx';

/** What an API's document says of it as a whole: title, version, description, whom to ask, and on which terms. */
export function AboutApi({ index }: { index: ApiIndexData }) {
  const { api, summary, description, logo, contact, license, terms, docs, hasWorks, versions, ends = {} } = index;
  const current = versions?.find(({ isCurrent }) => isCurrent);
  const picture = useBaseUrl(logo?.url ?? '');
  return (
    <header>
      <div className={page.place}>
        <ReferenceCrumbs />
        {versions && <VersionSwitch versions={versions} />}
      </div>
      {logo && <img className={styles.logo} src={picture} alt={logo.alt} />}
      <h1>
        <DocumentText>{api.title}</DocumentText> <span className={styles.version}>{api.version}</span>
      </h1>
      {summary && (
        <p className={styles.summary}>
          <DocumentText>{summary}</DocumentText>
        </p>
      )}
      {current?.isOlder && <OlderVersion api={api.slug} name={current.name} end={ends[current.name] ?? {}} />}
      <Prose html={description} className={styles.description} />
      {hasWorks && (
        <p className={styles.works}>
          <Link to={`/reference/${api.slug}/how-it-works`}>
            <Translate id="reference.howItWorks">Como esta API funciona</Translate>
          </Link>
        </p>
      )}
      {(contact || license || terms) && (
        <dl className={styles.about}>
          {contact && (
            <Line term={<Translate id="reference.contact">Contato</Translate>}>
              <ContactLinks {...contact} />
            </Line>
          )}
          {license && (
            <Line term={<Translate id="reference.license">Licença</Translate>}>
              {license.url ? <a href={license.url}>{license.name}</a> : license.name}
            </Line>
          )}
          {terms && (
            <Line term={<Translate id="reference.terms">Termos de uso</Translate>}>
              <a href={terms}>{shownUrl(terms)}</a>
            </Line>
          )}
        </dl>
      )}
      <DocsLink docs={docs} />
    </header>
  );
}

function Line({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

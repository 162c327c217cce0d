import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import type { VersionEnd } from '../../documents/operation-versions.ts';
import { useWorks } from '../../documents/use-works.ts';
import { timeFormat } from '../../format/formatters.ts';
import { useGuides } from '../../ui/use-guides.ts';
import styles from './OlderVersion.module.css';

interface Props {
  api: string;
  name: string;
  end: VersionEnd;
  /** More links, before that to the guide. */
  children?: ReactNode;
}

/** Says of an older version since when and until when it works, and where one reads how to leave it. */
export function OlderVersion({ api, name, end: { deprecated, sunset, guide }, children }: Props) {
  const { has } = useGuides();
  const works = useWorks(api).includes('versions');
  const day = useDay();
  const values = { version: name, deprecated: deprecated ? day(deprecated) : '', sunset: sunset ? day(sunset) : '' };
  return (
    <p className={styles.older}>
      {deprecated && sunset ? (
        <Translate id="reference.older.until" values={values}>
          {'A {version} é antiga: obsoleta desde {deprecated}, funciona até {sunset}.'}
        </Translate>
      ) : (
        <Translate id="reference.older" values={values}>
          {'A {version} é uma versão antiga: não a use em código novo.'}
        </Translate>
      )}{' '}
      {children}
      {guide && has(guide.replace(/^\/guides\//, '')) ? (
        <Link to={guide}>
          <Translate id="reference.older.guide">Guia de migração</Translate>
        </Link>
      ) : (
        works && (
          <Link to={`/reference/${api}/how-it-works#versions`}>
            <Translate id="reference.older.works">As versões desta API</Translate>
          </Link>
        )
      )}
    </p>
  );
}

function useDay(): (moment: string) => string {
  const { currentLocale } = useDocusaurusContext().i18n;
  const format = timeFormat(currentLocale, { dateStyle: 'long', timeZone: 'UTC' });
  return (moment) => format.format(new Date(moment));
}

import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { usePluralForm } from '@docusaurus/theme-common';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { Fragment } from 'react';
import type { ApiLine } from '../documents/api-index-data.ts';
import { groupApis } from '../documents/group-apis.ts';
import styles from './Home.module.css';

export function ApiList() {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  const { selectMessage } = usePluralForm();
  return (
    <section className={styles.section}>
      <h2>
        <Translate id="home.apis">APIs deste portal</Translate>
      </h2>
      {groupApis(apis).map(({ heading, apis: group }) => (
        <Fragment key={group[0]?.slug}>
          {heading && <h3>{heading}</h3>}
          <ul className={styles.apis}>
            {group.map(({ slug, title, version, summary, basePath, operations, lang, faulty }) => (
              <li key={slug}>
                <Link to={`/reference/${slug}`} lang={lang}>
                  {title}
                </Link>
                <span className={styles.apiSummary} lang={lang}>
                  {summary}
                </span>
                <code translate="no">{basePath}</code>
                <span className={styles.apiFigures}>
                  {faulty
                    ? translate({ id: 'home.apis.faulty', message: 'indisponível' })
                    : selectMessage(
                        operations,
                        translate(
                          {
                            id: 'home.apis.operations',
                            message: '{count} operação · {version}|{count} operações · {version}',
                          },
                          { count: operations, version },
                        ),
                      )}
                </span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}

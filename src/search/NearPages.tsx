import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useState } from 'react';
import type { Hit } from './hits.ts';
import { loadNames } from './load-index.ts';
import { nearPages } from './near-pages.ts';

/** The pages that somebody may have meant by an address that leads nowhere; nothing while there are none. */
export function NearPages({ pathname }: { pathname: string }) {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const [pages, setPages] = useState<Hit[]>([]);
  useEffect(() => {
    loadNames(baseUrl).then(
      (names) => setPages(nearPages(names, pathname, baseUrl)),
      () => {},
    );
  }, [pathname, baseUrl]);
  if (pages.length === 0) return null;
  return (
    <>
      <p>
        <Translate id="search.near">Talvez você procure:</Translate>
      </p>
      <ul>
        {pages.map(({ url, title, section, lang }) => (
          <li key={url}>
            <Link to={url} lang={lang}>
              {section ? `${title} › ${section}` : title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

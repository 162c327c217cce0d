import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import styles from './HitLink.module.css';
import { highlight } from './highlight.ts';
import type { Hit } from './hits.ts';
import { Marked } from './Marked.tsx';

interface Props {
  hit: Hit;
  query: string;
  id: string;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One search result: its title, its location and the matching words. */
export function HitLink({ hit, query, id, isActive, onPoint, onChoose }: Props) {
  const { url, title, lang, section, endpoint, excerpt } = hit;
  return (
    <Link
      to={url}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.hit}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className={styles.kind}>{endpoint ? <MethodBadge method={endpoint.method} compact /> : <PageMark />}</span>
      <span className={styles.text}>
        <span className={styles.title}>
          <span lang={lang}>
            <Marked parts={highlight(title, query)} />
          </span>
          {section && (
            <>
              <span className={styles.arrow}> › </span>
              <Marked parts={highlight(nameOfSection(url, section), query)} />
            </>
          )}
        </span>
        {endpoint && (
          <code className={styles.path} translate="no">
            <Marked parts={highlight(endpoint.path, query)} />
          </code>
        )}
        {excerpt.length > 0 && (
          <span className={styles.excerpt} lang={lang}>
            <Marked parts={excerpt} />
          </span>
        )}
      </span>
    </Link>
  );
}

/** A response is named by its status alone. */
function nameOfSection(url: string, section: string): string {
  if (!url.includes('#response-')) return section;
  return translate({ id: 'search.response', message: 'Resposta {status}' }, { status: section });
}

function PageMark() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="15"
      height="15"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <path d="M3.5 1.5h6l3 3v10h-9zM5.5 7h5M5.5 9.5h5M5.5 12h3" />
    </svg>
  );
}

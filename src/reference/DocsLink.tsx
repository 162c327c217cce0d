import Translate from '@docusaurus/Translate';
import type { DocsData } from '../documents/operation-aside.ts';
import { Prose } from '../ui/Prose.tsx';
import { shownUrl } from '../ui/shown-url.ts';
import styles from './DocsLink.module.css';

/** Documentation elsewhere: what it is, and its address as a link. */
export function DocsLink({ docs }: { docs: DocsData | undefined }) {
  if (!docs) return null;
  return (
    <div className={styles.docs}>
      <p>
        <Translate id="reference.moreAt" values={{ link: <a href={docs.url}>{shownUrl(docs.url)}</a> }}>
          {'Mais em {link}'}
        </Translate>
      </p>
      <Prose html={docs.text} />
    </div>
  );
}

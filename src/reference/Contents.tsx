import { translate } from '@docusaurus/Translate';
import type { OperationData } from '../documents/operation-data.ts';
import styles from './Contents.module.css';
import { sectionsOf, sectionTitle } from './section-titles.ts';
import { useSectionInView } from './use-section-in-view.ts';

/** The sections of a long page: they stay in view, and the one that is read is marked. */
export function Contents({ operation }: { operation: OperationData }) {
  const sections = sectionsOf(operation);
  const current = useSectionInView(sections);
  if (sections.length < 3) return null;
  return (
    <nav className={styles.contents} aria-label={translate({ id: 'reference.contents', message: 'Nesta página' })}>
      <ul>
        {sections.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {sectionTitle(id, operation.hook !== undefined)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

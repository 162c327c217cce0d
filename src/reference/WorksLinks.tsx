import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import type { OperationData } from '../documents/operation-data.ts';
import { useWorks } from '../documents/use-works.ts';
import styles from './WorksLinks.module.css';

/** Of an operation that lists: how the API pages, filters and tells errors, where its page on how it works says so. */
export function WorksLinks({ operation }: { operation: OperationData }) {
  const sections = useWorks(operation.api.slug);
  if (!operation.isList) return null;
  const links: [section: string, text: string][] = [
    ['pages', translate({ id: 'reference.works.pages', message: 'Como paginar' })],
    ['filters', translate({ id: 'reference.works.filters', message: 'Como filtrar' })],
    ['errors', translate({ id: 'reference.works.errors', message: 'Como ler os erros' })],
  ];
  const shown = links.filter(([section]) => sections.includes(section));
  if (shown.length === 0) return null;
  return (
    <ul className={styles.links}>
      {shown.map(([section, text]) => (
        <li key={section}>
          <Link to={`/reference/${operation.api.slug}/how-it-works#${section}`}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}

import { translate } from '@docusaurus/Translate';
import type { Props } from '@theme/DocSidebar/Desktop/Content';
import { FilteredItems } from '../../FilteredItems.tsx';
import styles from './styles.module.css';

/** The navigation beside guides and reference. */
export default function DocSidebarDesktopContent({ path, sidebar }: Props) {
  return (
    <nav
      aria-label={translate({ id: 'theme.sections', message: 'Páginas desta seção' })}
      className={`menu thin-scrollbar ${styles.menu}`}
    >
      <FilteredItems sidebar={sidebar} path={path} />
    </nav>
  );
}

import { useDoc } from '@docusaurus/plugin-content-docs/client';
import DocItemContent from '@theme/DocItem/Content';
import DocItemPaginator from '@theme/DocItem/Paginator';
import DocItemTOCDesktop from '@theme/DocItem/TOC/Desktop';
import DocItemTOCMobile from '@theme/DocItem/TOC/Mobile';
import { type ReactNode, useState } from 'react';
import { GuideContext, GuideProgram } from '../../../guides/guide-program.ts';
import styles from './styles.module.css';
import { TextCrumbs } from './TextCrumbs.tsx';

/** A guide has a table of contents beside it; a reference page takes the full width and does its own layout. */
export default function DocItemLayout({ children }: { children: ReactNode }) {
  const { frontMatter, toc } = useDoc();
  const [program] = useState(() => new GuideProgram());
  if (frontMatter.hide_table_of_contents) {
    return (
      <article className={styles.wide}>
        {children}
        <DocItemPaginator />
      </article>
    );
  }
  return (
    <div className={styles.columns}>
      <article className={styles.text}>
        <TextCrumbs />
        {toc.length > 0 && <DocItemTOCMobile />}
        <GuideContext value={program}>
          <DocItemContent>{children}</DocItemContent>
        </GuideContext>
        <DocItemPaginator />
      </article>
      {toc.length > 0 && (
        <div className={styles.contents}>
          <DocItemTOCDesktop />
        </div>
      )}
    </div>
  );
}

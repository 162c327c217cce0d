import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** For search engines and link previews. */
  description: string;
  /** A sentence or two under the heading: what this page is for. */
  lead: ReactNode;
  children: ReactNode;
}

/** The frame of the pages that are neither guides nor reference. */
export function Page({ title, description, lead, children }: Props) {
  return (
    <Layout title={title} description={description}>
      <main className={styles.page}>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
    </Layout>
  );
}

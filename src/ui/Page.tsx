import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** For search engines and link previews. */
  description: string;
  /** Other words for what is here, separated by commas: the portal's search finds the page by them. */
  keywords?: string;
  /** A sentence or two under the heading: what this page is for. */
  lead: ReactNode;
  children: ReactNode;
}

/** The frame of the pages that are neither guides nor reference. */
export function Page({ title, description, keywords, lead, children }: Props) {
  return (
    <Layout title={title} description={description}>
      {keywords && (
        <Head>
          <meta name="keywords" content={keywords} />
        </Head>
      )}
      <main className={styles.page}>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
    </Layout>
  );
}

import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** For search engines and link previews. */
  description: string;
  /** Synonyms, separated by commas, by which the portal's search finds the page. */
  keywords?: string;
  /** Whether it is only for a person, or a link: search engines and the sitemap leave it out. */
  isPersonal?: boolean;
  /** A sentence or two below the heading: the purpose of the page. Null where the page shows one thing of many. */
  lead: ReactNode;
  children: ReactNode;
}

/** Layout of the pages that are neither guides nor reference. */
export function Page({ title, description, keywords, isPersonal, lead, children }: Props) {
  return (
    <Layout title={title} description={description}>
      {isPersonal && (
        <Head>
          <meta name="robots" content="noindex" />
        </Head>
      )}
      {keywords && (
        <Head>
          <meta name="keywords" content={keywords} />
        </Head>
      )}
      <main className={styles.page}>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </Layout>
  );
}

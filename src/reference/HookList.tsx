import Translate from '@docusaurus/Translate';
import type { HookLine } from '../documents/operation-aside.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import styles from './HookList.module.css';
import { PageLines } from './PageLines.tsx';

/** Webhooks or callbacks, each with a link to its page; a callback with where it is sent. */
export function HookList({ api, hooks }: { api: string; hooks: (HookLine & { caller?: string })[] }) {
  const lines = hooks.map(({ slug, name, method, summary, expression, caller }) => ({
    slug,
    method,
    code: expression ?? name,
    title: (
      <>
        <DocumentText>{summary}</DocumentText>
        {caller && (
          <span className={styles.caller}>
            <Translate id="reference.callback.of" values={{ operation: <DocumentText>{caller}</DocumentText> }}>
              {'depois de: {operation}'}
            </Translate>
          </span>
        )}
      </>
    ),
  }));
  return <PageLines api={api} lines={lines} {...(styles.hooks && { className: styles.hooks })} />;
}

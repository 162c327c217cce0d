import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { HookLine } from '../documents/operation-aside.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { MethodBadge } from '../ui/MethodBadge.tsx';
import styles from './HookList.module.css';

/** Webhooks or callbacks, each with a link to its page; a callback with where it is sent. */
export function HookList({ api, hooks }: { api: string; hooks: (HookLine & { caller?: string })[] }) {
  return (
    <ul className={styles.hooks}>
      {hooks.map(({ slug, name, method, summary, expression, caller }) => (
        <li key={slug}>
          <Link to={`/reference/${api}/${slug}`}>
            <MethodBadge method={method} />
            <span className={styles.summary}>
              <DocumentText>{summary}</DocumentText>
              {caller && (
                <span className={styles.caller}>
                  <Translate id="reference.callback.of" values={{ operation: <DocumentText>{caller}</DocumentText> }}>
                    {'depois de: {operation}'}
                  </Translate>
                </span>
              )}
            </span>
            <code translate="no">{expression ?? name}</code>
          </Link>
        </li>
      ))}
    </ul>
  );
}

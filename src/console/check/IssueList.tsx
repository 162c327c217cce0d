import type { ReactNode } from 'react';
import { type IssueActions, IssueLine } from './IssueLine.tsx';
import styles from './IssueList.module.css';
import type { FieldIssue } from './issues.ts';

interface Props extends IssueActions {
  issues: FieldIssue[];
  title?: ReactNode;
}

/** More would not be read: whoever mends these sees the others. */
const MOST = 20;

/** What is wrong with a form, field by field. */
export function IssueList({ issues, title, ...actions }: Props) {
  if (issues.length === 0) return null;
  return (
    <div className={styles.issues}>
      {title && <p>{title}</p>}
      <ul>
        {issues.slice(0, MOST).map((issue) => (
          <li key={`${issue.in} ${issue.pointer} ${issue.detail}`}>
            <IssueLine issue={issue} {...actions} />
          </li>
        ))}
      </ul>
    </div>
  );
}

import clsx from 'clsx';
import { type ReactNode, useContext, useMemo } from 'react';
import styles from './CodeView.module.css';
import { CopyButton } from './CopyButton.tsx';
import { Shown } from './shown.ts';
import { tokenize } from './tokenize.ts';

interface Props {
  code: string;
  /** `shell`, `javascript`, `python`, `php`, `java`, `csharp`, `go`, `json`, `yaml`, `xml`, `http`; others stay plain. */
  language?: string;
  title?: ReactNode;
  /** Breaks long lines instead of scrolling. */
  wrap?: boolean;
  /** No frame of its own, where a panel already gives one. */
  bare?: boolean;
  /** What the button copies, when it is not the code as shown. */
  copyText?: string;
  className?: string;
}

/** Code, with its colours and a button to copy it as soon as it is seen; until then it is there bare. */
export function CodeView(props: Props) {
  return useContext(Shown) ? <ColouredCode {...props} /> : <pre>{props.code}</pre>;
}

function ColouredCode({ code, language = '', title, wrap = false, bare = false, copyText, className }: Props) {
  const tokens = useMemo(() => tokenize(code, language), [code, language]);
  return (
    <div className={clsx(styles.view, bare && styles.bare, className)}>
      {title && <div className={styles.title}>{title}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <pre className={clsx(styles.code, wrap && styles.wrap)} tabIndex={0} translate="no">
        <code>
          {tokens.map((token, index) =>
            token.kind ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
              <span key={index} className={styles[token.kind]}>
                {token.text}
              </span>
            ) : (
              token.text
            ),
          )}
        </code>
      </pre>
      <CopyButton text={copyText ?? code} className={styles.copy} />
    </div>
  );
}

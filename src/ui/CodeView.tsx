import clsx from 'clsx';
import { Fragment, type ReactNode, useContext, useMemo } from 'react';
import styles from './CodeView.module.css';
import { CopyButton } from './CopyButton.tsx';
import { LinkedText } from './LinkedText.tsx';
import { Shown } from './shown.ts';
import { tokenize } from './tokenize.ts';

interface Props {
  code: string;
  /** `shell`, `javascript`, `python`, `php`, `java`, `csharp`, `go`, `json`, `yaml`, `xml`, `http`; others stay plain. */
  language?: string;
  title?: ReactNode;
  /** Wraps long lines instead of scrolling. */
  wrap?: boolean;
  /** No border, for use inside a panel that has one. */
  bare?: boolean;
  /** Whether it is of this workspace's calls, whose ids lead to the log. */
  linked?: boolean;
  /** Text to copy, if it differs from the code shown. */
  copyText?: string;
  className?: string;
}

/** Syntax-highlighted code with a copy button; plain text in a tab panel that is not selected. */
export function CodeView(props: Props) {
  return useContext(Shown) ? <ColouredCode {...props} /> : <pre>{props.code}</pre>;
}

function ColouredCode({ code, language = '', title, wrap = false, bare = false, linked, copyText, className }: Props) {
  const write = (text: string) => (linked ? <LinkedText>{text}</LinkedText> : text);
  const tokens = useMemo(() => tokenize(code, language), [code, language]);
  return (
    <div className={clsx(styles.view, bare && styles.bare, className)}>
      {title && <div className={styles.title}>{title}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <pre className={clsx(styles.code, wrap && styles.wrap)} tabIndex={0} translate="no">
        <code>
          {tokens.map((token, index) =>
            token.kind ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity besides their position
              <span key={index} className={styles[token.kind]}>
                {write(token.text)}
              </span>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={index}>{write(token.text)}</Fragment>
            ),
          )}
        </code>
      </pre>
      <CopyButton text={copyText ?? code} className={styles.copy} />
    </div>
  );
}

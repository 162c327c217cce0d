import Link from '@docusaurus/Link';
import type { MouseEvent, ReactNode } from 'react';
import { StrokeIcon } from '../ui/StrokeIcon.tsx';
import styles from './HitLink.module.css';

interface Props {
  id: string;
  icon: 'again' | 'command';
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
  /** The page that it opens. */
  to?: string;
  /** The language of that page, if it is another one, which is loaded anew. */
  lang?: string;
}

const icons = {
  again: 'M8 4.5V8l2.5 1.5M2.5 8a5.5 5.5 0 1 0 1.6-3.9M2 2.5v3h3',
  command: 'm3 4.5 3.5 3.5L3 11.5M8.5 12H13',
};

/** An option of one line: a command, or a search to be done again. */
export function OptionRow({ icon, isActive, onPoint, onChoose, children, to, lang, ...rest }: Props) {
  const common = {
    ...rest,
    role: 'option',
    tabIndex: -1,
    'aria-selected': isActive,
    className: styles.hit,
    onPointerMove: onPoint,
    onClick: onChoose,
  };
  const content = (
    <>
      <span className={styles.kind}>
        <StrokeIcon box={16} size={15} thickness={1.3}>
          <path d={icons[icon]} />
        </StrokeIcon>
      </span>
      <span className={styles.title}>{children}</span>
    </>
  );
  if (to !== undefined && lang !== undefined) {
    return (
      <a {...common} href={to} hrefLang={lang}>
        {content}
      </a>
    );
  }
  if (to !== undefined) {
    return (
      <Link {...common} to={to}>
        {content}
      </Link>
    );
  }
  // The field keeps the focus, so that typing goes on.
  const keepFocus = (event: MouseEvent) => event.preventDefault();
  return (
    <button {...common} type="button" onMouseDown={keepFocus}>
      {content}
    </button>
  );
}

import { useLocation } from '@docusaurus/router';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import clsx from 'clsx';
import styles from './styles.module.css';

/** `PT` for `pt-BR`. */
const shortOf = (locale: string) => locale.split('-')[0]?.toUpperCase();

/** Links to this page in the other languages. */
export function LocaleSwitch({ className }: { className?: string }) {
  const { currentLocale, locales, localeConfigs } = useDocusaurusContext().i18n;
  const { search, hash } = useLocation();
  const { createUrl } = useAlternatePageUtils();
  if (locales.length < 2) return null;
  return (
    <span className={clsx(styles.locales, className)}>
      {locales.map((locale) => {
        const { label, htmlLang } = localeConfigs[locale] ?? {};
        if (locale === currentLocale) {
          return (
            <span key={locale} className={styles.currentLocale} title={label}>
              {shortOf(locale)}
            </span>
          );
        }
        const href = createUrl({ locale, fullyQualified: false }) + search + hash;
        return (
          <a
            key={locale}
            href={href}
            lang={htmlLang}
            hrefLang={htmlLang}
            title={label}
            aria-label={`${shortOf(locale)} · ${label}`}
          >
            {shortOf(locale)}
          </a>
        );
      })}
    </span>
  );
}

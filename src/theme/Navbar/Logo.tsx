import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { usePortal } from '../../documents/use-portal.ts';
import styles from './styles.module.css';

/** The portal's picture: both are in the page, and the style sheet shows that of the colour scheme. */
export function Logo() {
  const { logo } = usePortal();
  const { publicPath } = useDocusaurusContext().siteConfig.customFields ?? {};
  if (!logo) return null;
  const picture = (file: string, scheme: string | undefined) => (
    <img src={`${publicPath}/${file}`} alt="" height="26" className={scheme} />
  );
  if (logo.light === logo.dark) return picture(logo.light, undefined);
  return (
    <>
      {picture(logo.light, styles.onLight)}
      {picture(logo.dark, styles.onDark)}
    </>
  );
}

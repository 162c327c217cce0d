import { useLocation } from '@docusaurus/router';
import Translate, { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import { useEffect, useState } from 'react';
import { wordsOfAddress } from '../../../search/words-of-address.ts';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Control.tsx';
import styles from './styles.module.css';

/** Searches the portal, at first for the words of the address that leads nowhere. */
export function SearchForm() {
  const { pathname } = useLocation();
  const [query, setQuery] = useState('');
  // All such addresses have the same HTML.
  useEffect(() => setQuery(wordsOfAddress(pathname)[0] ?? ''), [pathname]);
  return (
    <search>
      <form action={useBaseUrl('/search')} className={styles.search}>
        <Input
          type="search"
          name="q"
          aria-label={translate({ id: 'theme.notFound.search', message: 'Buscar no portal' })}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <Button type="submit" variant="primary">
          <Translate id="search.open">Buscar</Translate>
        </Button>
      </form>
    </search>
  );
}

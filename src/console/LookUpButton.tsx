import Translate, { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './LookUpButton.module.css';

interface Props {
  name: string;
  onLookUp: () => Promise<string | undefined>;
  onFound: (value: string) => void;
}

/** Fills in an existing value by listing the workspace's records. */
export function LookUpButton({ name, onLookUp, onFound }: Props) {
  const [phase, setPhase] = useState<'ready' | 'looking' | 'nothing'>('ready');

  async function lookUp() {
    setPhase('looking');
    const value = await onLookUp();
    setPhase(value === undefined ? 'nothing' : 'ready');
    if (value !== undefined) onFound(value);
  }

  return (
    <span className={styles.lookUp}>
      <Button
        variant="plain"
        size="small"
        disabled={phase === 'looking'}
        onClick={lookUp}
        aria-label={translate({ id: 'console.lookUp.label', message: 'Usar um existente em {name}' }, { name })}
      >
        <Translate id="console.lookUp">Usar um existente</Translate>
      </Button>
      <span role="status">
        {phase === 'nothing' && (
          <Translate id="console.lookUp.nothing">Nenhum registro ainda: crie um primeiro.</Translate>
        )}
      </span>
    </span>
  );
}

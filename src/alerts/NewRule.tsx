import Translate from '@docusaurus/Translate';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlatformError } from '../client/platform-error.ts';
import { Button } from '../ui/Button.tsx';
import { RuleForm } from './RuleForm.tsx';
import type { RuleAction } from './use-alerts.ts';

/** The form of a new rule, or the button that opens it. */
export function NewRule({ act }: { act: UseMutationResult<unknown, PlatformError, RuleAction> }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button onClick={() => setOpen(true)}>
        <Translate id="alerts.new">Nova regra</Translate>
      </Button>
    );
  }
  return (
    <RuleForm
      error={act.variables?.kind === 'create' ? act.error : null}
      busy={act.isPending}
      onCancel={() => setOpen(false)}
      onCreate={(body) => act.mutate({ kind: 'create', body }, { onSuccess: () => setOpen(false) })}
    />
  );
}

import Translate, { translate } from '@docusaurus/Translate';
import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DialogButton } from '../../ui/DialogButton.tsx';
import fields from '../Fields.module.css';

/** Makes a new secret, after the question for how long the old one still signs. */
export function RotateSecret({ disabled, onRotate }: { disabled: boolean; onRotate: (seconds: number) => void }) {
  const id = useId();
  const [overlap, setOverlap] = useState(86_400);
  const choices = [
    [86_400, translate({ id: 'webhooks.rotate.day', message: 'Por mais 24 horas' })],
    [7 * 86_400, translate({ id: 'webhooks.rotate.week', message: 'Por mais 7 dias' })],
    [3_600, translate({ id: 'webhooks.rotate.hour', message: 'Por mais 1 hora' })],
    [0, translate({ id: 'webhooks.rotate.now', message: 'Não, vale só o novo' })],
  ] as const;
  return (
    <DialogButton
      size="small"
      disabled={disabled}
      label={<Translate id="webhooks.rotate">Trocar o segredo…</Translate>}
      heading={<Translate id="webhooks.rotate.heading">Trocar o segredo</Translate>}
    >
      {(close) => (
        <div className={fields.form}>
          <p>
            <Translate id="webhooks.rotate.text">
              Durante a transição cada entrega leva duas assinaturas, a do segredo novo e a do anterior. Assim nada se
              perde enquanto você atualiza o receptor.
            </Translate>
          </p>
          <div className={fields.row}>
            <span>
              <label htmlFor={id}>
                <Translate id="webhooks.rotate.overlap">O segredo anterior continua assinando?</Translate>
              </label>
              <select id={id} value={overlap} onChange={({ target }) => setOverlap(Number(target.value))}>
                {choices.map(([seconds, text]) => (
                  <option key={seconds} value={seconds}>
                    {text}
                  </option>
                ))}
              </select>
            </span>
          </div>
          <div className={fields.actions}>
            <Button onClick={close}>
              <Translate id="ui.cancel">Cancelar</Translate>
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                close();
                onRotate(overlap);
              }}
            >
              <Translate id="webhooks.rotate.action">Trocar</Translate>
            </Button>
          </div>
        </div>
      )}
    </DialogButton>
  );
}

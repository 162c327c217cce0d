import Translate, { translate } from '@docusaurus/Translate';
import type { PlatformError } from '../client/platform-error.ts';
import { TextArea } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';
import { refusedAddresses } from './address-lines.ts';
import { fieldError } from './field-error.ts';

interface Props {
  text: string;
  error: PlatformError | null;
  /** The addresses as they were sent; the error's pointers refer to them. */
  sent: string[];
  onChange: (text: string) => void;
}

/** The IP addresses from which a key or a client may be used. */
export function AddressesField({ text, error, sent, onChange }: Props) {
  const refused = refusedAddresses(
    sent,
    (error?.fieldProblems ?? []).map(({ pointer }) => pointer),
  );
  const message =
    refused.length > 0
      ? translate(
          { id: 'keys.fault.addresses', message: 'Endereço ou faixa inválida: {addresses}.' },
          { addresses: refused.join(', ') },
        )
      : fieldError(error, 'allowed_addresses');
  return (
    <Field
      label={<Translate id="keys.form.addresses">Endereços IP permitidos (opcional)</Translate>}
      hint={
        <Translate
          id="keys.form.addresses.hint"
          values={{ examples: <code>203.0.113.10, 10.0.0.0/8, 2001:db8::/32</code> }}
        >
          {'Um por linha, IPv4 ou IPv6, também em faixas: {examples}. Em branco, qualquer endereço é aceito.'}
        </Translate>
      }
      error={message}
    >
      {(control) => (
        <TextArea
          {...control}
          rows={2}
          spellCheck={false}
          autoCapitalize="none"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

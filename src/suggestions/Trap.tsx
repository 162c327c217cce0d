import Translate, { translate } from '@docusaurus/Translate';
import { Input } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';

interface Props {
  value: string;
  /** Whether it was filled in when the form was sent. */
  isCaught: boolean;
  onChange: (value: string) => void;
}

/** A field that only programs fill in, since nobody sees it. Should a browser do so, it appears and says what to do. */
export function Trap({ value, isCaught, onChange }: Props) {
  return (
    <div hidden={!isCaught}>
      <Field
        label={<Translate id="suggestions.trap">Deixe este campo vazio</Translate>}
        error={
          isCaught &&
          translate({ id: 'suggestions.fault.trap', message: 'Este campo existe contra robôs: apague o que há nele.' })
        }
      >
        {(control) => (
          <Input
            {...control}
            name="website"
            autoComplete="off"
            tabIndex={isCaught ? undefined : -1}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
    </div>
  );
}

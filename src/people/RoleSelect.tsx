import type { Membership } from '../client/account-client.ts';
import { Select } from '../ui/Control.tsx';
import { roles, roleText } from './role-text.ts';

interface Props {
  id?: string;
  label?: string;
  value: Membership['role'];
  disabled?: boolean;
  onChange: (role: Membership['role']) => void;
}

export function RoleSelect({ id, label, value, disabled, onChange }: Props) {
  return (
    <Select
      id={id}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value as Membership['role'])}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleText(role)}
        </option>
      ))}
    </Select>
  );
}

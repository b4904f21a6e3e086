import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name: string;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

/** One line to fill in, with its name, what to know about it and what is wrong with it. */
export function TextField({ label, value, onChange, name, type = 'text', hint, error, ...more }: Props) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="form-row">
      <label className="form-name" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
        {...(about ? { 'aria-describedby': about } : {})}
        {...(name === 'code' ? { inputMode: 'numeric' as const } : {})}
        autoComplete={more.autoComplete ?? 'off'}
        autoFocus={more.autoFocus ?? false}
      />
      {hint && (
        <small id={`${id}-hint`} className="quiet-text">
          {hint}
        </small>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      )}
    </div>
  );
}

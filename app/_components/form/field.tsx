import { type HTMLInputTypeAttribute, useEffect, useId } from 'react';
import styles from './field.module.css';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  placeholder?: string;
  autoComplete?: string;
  required?: boolean;
  maxLength?: number;
  /** A field of several lines instead of one. */
  lines?: number;
  hint?: string;
  /** Takes the cursor as the form opens. */
  focused?: boolean;
};

/** A label over its field, as one row of a card. */
export function Field({
  label,
  value,
  onChange,
  lines,
  hint,
  focused = false,
  type = 'text',
  ...rest
}: Props) {
  const id = useId();
  useEffect(() => {
    if (!focused) return;
    const field = document.getElementById(id);
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  }, [focused, id]);
  const shared = {
    id,
    value,
    className: styles.input,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...rest,
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {lines ? <textarea rows={lines} {...shared} /> : <input type={type} {...shared} />}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

import styles from './switch-row.module.css';

type Props = { label: string; hint: string; checked: boolean; onChange: (checked: boolean) => void };

/** Something that is on or off, as one row of a card, with a line that says what that means. */
export function SwitchRow({ label, hint, checked, onChange }: Props) {
  return (
    <label className={styles.row}>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        <span className={styles.hint}>{hint}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={styles.input}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles.track} aria-hidden="true" />
    </label>
  );
}

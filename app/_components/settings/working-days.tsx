import { cx } from '../../_lib/cx.ts';
import { weekTexts } from '../../_texts/time.ts';
import styles from './working-days.module.css';

type Props = { value: readonly number[]; onSave: (days: number[]) => void };

/** Seven toggles; 1 is Monday. */
export function WorkingDays({ value, onSave }: Props) {
  const toggled = (day: number) =>
    value.includes(day) ? value.filter((one) => one !== day) : [...value, day].sort();
  return (
    <div className={styles.days}>
      {weekTexts.names.map((name, index) => {
        const works = value.includes(index + 1);
        return (
          <button
            key={name}
            type="button"
            className={cx(styles.day, works && styles.works)}
            aria-label={name}
            aria-pressed={works}
            onClick={() => onSave(toggled(index + 1))}
          >
            {name.slice(0, 2)}
          </button>
        );
      })}
    </div>
  );
}

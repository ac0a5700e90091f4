import type { LeadStatus } from '#server/leads/status.ts';
import type { LeadsView } from '#server/views/lead-view.ts';
import { cx } from '../../_lib/cx.ts';
import { leadStatuses, statusWords } from '../../_lib/lead-words.ts';
import styles from './leads-filter.module.css';

export type Filter = 'all' | 'overdue' | LeadStatus;

type Props = { view: LeadsView; filter: Filter; onFilter: (filter: Filter) => void };

/** Chips with counts, in one line that scrolls sideways. The chosen chip stays even when its count falls to zero. */
export function LeadsFilter({ view, filter, onFilter }: Props) {
  const all = leadStatuses.reduce((sum, status) => sum + view.counts[status], 0);
  const chips: Array<{ value: Filter; words: string; count: number }> = [
    { value: 'all', words: 'All', count: all },
    { value: 'overdue', words: 'Overdue', count: view.overdue },
    ...leadStatuses.map((value) => ({ value, words: statusWords[value], count: view.counts[value] })),
  ];
  const shown = chips.filter(({ value, count }) => value === 'all' || value === filter || count > 0);
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Show</legend>
      {shown.map(({ value, words, count }) => (
        <button
          key={value}
          type="button"
          className={cx(styles.chip, value === filter && styles.chosen)}
          aria-pressed={value === filter}
          onClick={() => onFilter(value)}
        >
          <span className={styles.face}>
            {words} {count}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

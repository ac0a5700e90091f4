import { SearchIcon } from '../ui/icons.tsx';
import styles from './search-field.module.css';

export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <label className={styles.field}>
      <SearchIcon />
      <input
        type="search"
        className={styles.input}
        aria-label="Search leads"
        placeholder="Name, company or note"
        autoComplete="off"
        enterKeyHint="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

import type { LeadDetail } from '#server/views/lead-view.ts';
import { roleWords } from '../../_lib/lead-words.ts';
import { Avatar } from '../ui/avatar.tsx';
import styles from './lead-header.module.css';
import { StatusSelect } from './status-select.tsx';

export function LeadHeader({ lead }: { lead: LeadDetail }) {
  return (
    <header className={styles.header}>
      <Avatar name={lead.name} large />
      <div className={styles.words}>
        <h1 className={styles.name}>{lead.name}</h1>
        <p className={styles.role}>{roleWords(lead)}</p>
      </div>
      <StatusSelect lead={lead} />
    </header>
  );
}

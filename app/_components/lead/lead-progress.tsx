import type { LeadDetail } from '#server/views/lead-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import { Card } from '../ui/card.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './lead-progress.module.css';

export function LeadProgress({ lead }: { lead: LeadDetail }) {
  const { settled, total } = lead.progress;
  const ends = isClosed(lead.status) ? null : lead.plan?.ends;
  return (
    <div className={styles.card}>
      <Card padded>
        <p className={styles.line}>
          <span>
            {settled} of {total} steps
          </span>
          <span className={styles.ends}>{ends ? `ends ${ends}` : settled === total ? 'all done' : ''}</span>
        </p>
        <ProgressBar settled={settled} total={total} />
      </Card>
    </div>
  );
}

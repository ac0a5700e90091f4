import Link from 'next/link';
import type { DuplicateView } from '#server/views/capture-view.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { captureTexts } from '../../_texts/captures.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './duplicate-notice.module.css';
import type { PersonActs } from './use-person-acts.ts';

type Props = { duplicate: DuplicateView; acts: PersonActs };

/** Who looks the same, with the choice between them and somebody new. */
export function DuplicateNotice({ duplicate, acts }: Props) {
  return (
    <Notice label={captureTexts.duplicateLabel}>
      <p>{captureTexts.duplicate(duplicate)}</p>
      <div className={styles.acts}>
        <Button look="soft" disabled={acts.busy} onClick={() => acts.merge(duplicate.leadId)}>
          {captureTexts.merge(duplicate.name)}
        </Button>
        <Button look="soft" disabled={acts.busy} onClick={acts.isNew}>
          {captureTexts.isNew}
        </Button>
      </div>
      <Link href={`/leads/${duplicate.leadId}`} onClick={rememberList} className={styles.look}>
        {captureTexts.look(duplicate.name)}
      </Link>
    </Notice>
  );
}

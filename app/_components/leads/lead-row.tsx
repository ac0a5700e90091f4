import Link from 'next/link';
import type { LeadCard } from '#server/views/lead-view.ts';
import { isClosed, statusWords } from '../../_lib/lead-words.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { eventTexts } from '../../_texts/events.ts';
import { pauseChip, pauseWords } from '../../_texts/pause.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Chip, type Tone } from '../ui/chip.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './lead-row.module.css';

export function LeadRow({ lead }: { lead: LeadCard }) {
  const { settled, total } = lead.progress;
  const chip = chipOf(lead);
  const subtitle = [lead.company, planWords(lead)].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <Link href={`/leads/${lead.id}`} prefetch={false} onClick={rememberList} className={styles.link}>
        <Avatar name={lead.name} />
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.name}>{lead.name}</span>
            {chip && <Chip tone={chip.tone}>{chip.words}</Chip>}
          </span>
          <span className={styles.subtitle}>{subtitle}</span>
          {total > 0 && (
            <>
              <span className="visually-hidden">{`${settled} of ${total} steps settled`}</span>
              <ProgressBar settled={settled} total={total} />
            </>
          )}
        </span>
      </Link>
    </li>
  );
}

function planWords({ planState, next, pause, progress, waitsFor }: LeadCard): string {
  if (planState === 'drafting') return 'drafting the plan…';
  if (pause) return lowerFirst(pauseWords(pause));
  if (next) return lowerFirst(next.title);
  if (waitsFor) return eventTexts.question(waitsFor);
  if (planState === 'failed') return 'the plan could not be drafted';
  return progress.total > 0 ? 'all steps done' : 'no plan yet';
}

function chipOf({
  status,
  planState,
  next,
  pause,
  progress,
  waitsFor,
}: LeadCard): { tone: Tone; words: string } | null {
  if (isClosed(status)) return { tone: status === 'won' ? 'done' : 'later', words: statusWords[status] };
  if (planState === 'drafting') return { tone: 'wait', words: 'drafting' };
  if (pause) return { tone: 'wait', words: pauseChip(pause) };
  if (next?.snoozed) return { tone: 'wait', words: 'snoozed' };
  if (next) return { tone: next.due.tone, words: next.due.short };
  if (waitsFor) return { tone: 'wait', words: eventTexts.waits(waitsFor) };
  if (planState === 'failed' || progress.total === 0) return { tone: 'wait', words: 'needs a plan' };
  return { tone: 'done', words: 'close?' };
}

/** A step's title in the middle of a line; words like "LinkedIn" or "NDA" keep their capitals. */
function lowerFirst(title: string): string {
  return /^\p{Lu}\p{Ll}+(\W|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

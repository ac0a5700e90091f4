import type { ReactNode } from 'react';
import type { ChangeView } from '#server/views/proposal-view.ts';
import { cx } from '../../_lib/cx.ts';
import type { Choice } from '../../_lib/use-proposal.ts';
import { proposalAnswers, proposalTexts } from '../../_texts/proposals.ts';
import { Button } from '../ui/button.tsx';
import styles from './proposal-change.module.css';

type Props = { change: ChangeView; onChoose: (choice: Choice) => void };

/** One proposed change: what it is, old and new, why, and the choice; of a decided one what became of it. */
export function ProposalChange({ change, onChoose }: Props) {
  const { kind, state, title, newTitle, why, gone } = change;
  const open = state === 'open';
  return (
    <li className={cx(styles.change, !open && styles.decided)}>
      <p className={styles.kind}>{proposalTexts.kinds[kind]}</p>
      <p className={cx(styles.title, kind === 'drop' && styles.dropped)}>{title}</p>
      {newTitle && <p className={styles.title}>→ {newTitle}</p>}
      <Dates change={change} />
      {open && <p className={styles.why}>{why}</p>}
      {open && <Drafts change={change} />}
      {state === 'accepted' || state === 'refused' ? (
        <p className={styles.state}>{proposalTexts.states[state]}</p>
      ) : null}
      {state === 'gone' && gone && <p className={styles.state}>{proposalAnswers.gone[gone]}</p>}
      {open && (
        <div className={styles.acts}>
          <Button onClick={() => onChoose('accepted')} aria-label={proposalTexts.acceptLabel(title)}>
            {proposalTexts.accept}
          </Button>
          <Button
            look="soft"
            onClick={() => onChoose('refused')}
            aria-label={proposalTexts.refuseLabel(title)}
          >
            {proposalTexts.refuse}
          </Button>
        </div>
      )}
    </li>
  );
}

function Dates({ change: { kind, from, to, timing } }: { change: ChangeView }): ReactNode {
  if (kind !== 'move' && kind !== 'add') return null;
  const then = to ?? (timing || proposalTexts.noDate);
  return (
    <p className={styles.dates}>
      {kind === 'move' && (
        <>
          <span className="visually-hidden">{proposalTexts.from} </span>
          <s className={styles.from}>{from ?? proposalTexts.noDate}</s>
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden">{proposalTexts.to} </span>
        </>
      )}
      <span className={styles.to}>{then}</span>
    </p>
  );
}

/** The new message, and the one that is there folded below it. */
function Drafts({ change: { draft, oldDraft } }: { change: ChangeView }): ReactNode {
  if (!draft) return null;
  return (
    <>
      <blockquote className={styles.draft} aria-label={proposalTexts.willBe}>
        {draft}
      </blockquote>
      {oldDraft && oldDraft !== draft && (
        <details className={styles.old}>
          <summary>{proposalTexts.was}</summary>
          <p className={styles.oldWords}>{oldDraft}</p>
        </details>
      )}
    </>
  );
}

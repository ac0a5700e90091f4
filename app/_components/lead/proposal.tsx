'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import type { ProposalView } from '#server/views/proposal-view.ts';
import { useProposal } from '../../_lib/use-proposal.ts';
import { proposalTexts } from '../../_texts/proposals.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './proposal.module.css';
import { ProposalChange } from './proposal-change.tsx';
import { useStop } from './use-stop.ts';

/** What news changes in the plan: being thought about, or to be accepted or refused line by line; nothing otherwise. */
export function Proposal({ lead: { id, proposal } }: { lead: LeadDetail }) {
  if (!proposal) return null;
  return (
    <Section title={proposalTexts.title}>
      <Card>
        <div className={styles.because}>
          {proposal.newer && (
            <>
              <p className={styles.news}>{proposalTexts.because(proposal.newer.because)}</p>
              <p className={styles.news}>{outcome(proposal.newer)}</p>
            </>
          )}
          <p className={styles.news}>{proposalTexts.because(proposal.because)}</p>
        </div>
        {proposal.state === 'open' ? (
          <Choices proposal={proposal} />
        ) : (
          <Told leadId={id} proposal={proposal} />
        )}
      </Card>
    </Section>
  );
}

function Choices({ proposal }: { proposal: ProposalView }) {
  const { choose } = useProposal(proposal);
  const open = proposal.changes.filter(({ state }) => state === 'open').length;
  return (
    <>
      <ul>
        {proposal.changes.map((change) => (
          <ProposalChange key={change.id} change={change} onChoose={(choice) => choose(choice, change.id)} />
        ))}
      </ul>
      {open > 1 && (
        <div className={styles.all}>
          <Button onClick={() => choose('accepted', null)}>{proposalTexts.acceptAll}</Button>
          <Button look="soft" onClick={() => choose('refused', null)}>
            {proposalTexts.refuseAll}
          </Button>
        </div>
      )}
    </>
  );
}

function Told({ leadId, proposal }: { leadId: string; proposal: ProposalView }) {
  const { stop, busy } = useStop(leadId);
  const { state, stage } = proposal;
  if (state !== 'thinking') return <p className={styles.told}>{outcome(proposal)}</p>;
  return (
    <div className={styles.thinking}>
      <p role="status">{proposalTexts.stages[stage]}</p>
      <Button look="soft" onClick={stop} disabled={busy} aria-label={proposalTexts.stopLabel}>
        {proposalTexts.stop}
      </Button>
    </div>
  );
}

/** Why there are no changes to decide on. */
const outcome = ({ state, failure }: Pick<ProposalView, 'state' | 'failure'>): string =>
  state === 'failed' ? proposalTexts.failures[failure ?? 'down'] : proposalTexts.nothing;

import { expect, it } from 'vitest';
import { createModel } from '../../../server/model/create-model.ts';
import { acceptChanges } from '../../../server/plans/proposals/mutations.ts';
import { claimPlanRequest, requestDraft } from '../../../server/plans/requests.ts';
import { rewriteDraft } from '../../../server/plans/writing/rewrite-draft.ts';
import { getProposalView } from '../../../server/views/proposal.ts';
import { openTestDatabase } from '../../support/database.ts';
import { frozenClock } from '../../support/frozen-clock.ts';
import { keepLog } from '../../support/log.ts';
import { startModelStandIn } from '../../support/model-stand-in.ts';
import { makePlannedLead, monday } from '../../support/people.ts';
import { later, one, stepAt } from '../../support/rows.ts';
import { news, review, userId } from './support.ts';

const database = openTestDatabase();

async function open() {
  const standIn = await startModelStandIn();
  const { log, lines } = keepLog();
  const deps = { db: database.db, clock: frozenClock(monday), log };
  return { standIn, lines, model: createModel(standIn.config(), deps) };
}

it('a provider over HTTP proposes changes that hold; who wrote what stays out of the log', async () => {
  const { model, lines } = await open();
  const { user, leadId } = await makePlannedLead(database.db);
  const { proposalId } = await review(database.db, leadId, model);
  const view = await getProposalView(database.db, user, proposalId, monday);
  expect(view?.changes.map(({ kind }) => kind)).toContain('move');
  const all = { userId, proposalId, changeId: null, now: later({ minutes: 1 }) };
  expect(await acceptChanges(database.db, all)).toMatchObject({ ok: true, accepted: view?.changes.length });
  const after = await getProposalView(database.db, user, proposalId, monday);
  expect(after).toMatchObject({ state: 'decided' });
  expect(JSON.stringify(lines())).not.toContain(news);
});

it('a provider over HTTP writes another draft, also after an answer that is cut off', async () => {
  const { model, standIn } = await open();
  const { leadId } = await makePlannedLead(database.db);
  standIn.play({ kind: 'truncated' });
  const { id: stepId } = await stepAt(database.db, leadId, 0);
  await requestDraft(database.db, { userId, stepId, wish: 'in German', now: monday });
  const asked = one([await claimPlanRequest(database.db, monday)]);
  const stages: string[] = [];
  const onStage = async (stage: string) => void stages.push(stage);
  expect(await rewriteDraft({ db: database.db, now: monday, model, onStage }, asked)).toEqual({ ok: true });
  expect(stages).toEqual(['writing', 'repairing']);
  expect((await stepAt(database.db, leadId, 0)).draft).not.toBe('Draft for day 0');
});

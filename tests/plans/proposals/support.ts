import type { Db } from '../../../server/db/client.ts';
import type { Model } from '../../../server/model/port.ts';
import { openReview } from '../../../server/plans/proposals/open-review.ts';
import { proposeChanges } from '../../../server/plans/proposals/propose.ts';
import { claimPlanRequest } from '../../../server/plans/requests.ts';
import { monday } from '../../support/people.ts';
import { toldModel } from '../../support/told-model.ts';

export const userId = 1001;
export const news = 'Anna said the budget comes in May';

export const move = (step: string, delay_days: number, timing = '') => ({
  ...{ kind: 'move', step, why: 'The budget comes later.', delay_days, timing },
});
export const reword = (step: string, title: string, draft: string) => ({
  ...{ kind: 'reword', step, why: 'The news changes what to say.', title, draft },
});
export const add = (title: string, delay_days: number, timing = '') => ({
  ...{ kind: 'add', why: 'They asked for it.', title, draft: 'Hi Anna', delay_days, timing },
});
export const drop = (step: string) => ({ kind: 'drop', step, why: 'They have it already.' });

type Options = { now?: Date; text?: string };

/** Asks for a review and has that model think about it at once. */
export async function review(
  db: Db,
  leadId: string,
  model: Model,
  { now = monday, text = news }: Options = {},
) {
  const opened = await openReview(db, { userId, leadId, news: text, model: { name: 'told' }, now });
  if (!opened.ok) throw new Error(opened.reason);
  const asked = await claimPlanRequest(db, now);
  if (!asked) throw new Error('nothing was asked for');
  const result = await proposeChanges({ db, now, model, onStage: async () => {} }, asked);
  return { proposalId: opened.proposalId, result };
}

/** The same with what the model answers, first time right. */
export async function proposed(db: Db, leadId: string, changes: object[], options: Options = {}) {
  const { proposalId } = await review(db, leadId, toldModel({ changes }).model, options);
  return proposalId;
}

import { beforeEach, describe, expect, it } from 'vitest';
import { planRequests } from '../../../server/db/schema.ts';
import { editStep } from '../../../server/plans/edit-steps.ts';
import { claimPlanRequest, requestDraft } from '../../../server/plans/requests.ts';
import { setStepStatus } from '../../../server/plans/step-mutations.ts';
import { backToFormerDraft } from '../../../server/plans/writing/former-draft.ts';
import { rewriteDraft } from '../../../server/plans/writing/rewrite-draft.ts';
import { listRewordings } from '../../../server/views/rewordings.ts';
import { getStepCard } from '../../../server/views/step-card.ts';
import { openTestDatabase } from '../../support/database.ts';
import { makePlannedLead, type makeUser, monday } from '../../support/people.ts';
import { later, one, stepAt } from '../../support/rows.ts';
import { toldModel } from '../../support/told-model.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;
let user: Awaited<ReturnType<typeof makeUser>>;

beforeEach(async () => {
  ({ leadId, user } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
});

const draft = async () => (await stepAt(database.db, leadId, 0)).draft;
const noStage = async () => {};

async function ask(wish = 'shorter') {
  expect(await requestDraft(database.db, { userId, stepId, wish, now: monday })).toEqual({ ok: true });
  return one([await claimPlanRequest(database.db, monday)]);
}
const write = async (answer: unknown, asked: Awaited<ReturnType<typeof ask>>) =>
  rewriteDraft({ db: database.db, now: monday, model: toldModel(answer).model, onStage: noStage }, asked);

describe('another draft', () => {
  it('takes the place of the one before, which can be taken back, and forth again', async () => {
    await write({ draft: 'Shorter' }, await ask());
    expect(await draft()).toBe('Shorter');
    const back = (minutes: number) =>
      backToFormerDraft(database.db, { userId, stepId, now: later({ minutes }) });
    expect(await back(1)).toEqual({ ok: true });
    expect(await draft()).toBe('Draft for day 0');
    expect(await back(2)).toEqual({ ok: true });
    expect(await draft()).toBe('Shorter');
    const theirs = { userId: 2002, stepId, now: monday };
    expect(await backToFormerDraft(database.db, theirs)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('of a step that had none leaves nothing to go back to', async () => {
    await write({ draft: 'Shorter' }, await ask());
    const empty = {
      userId,
      stepId,
      title: 'Step of day 0',
      draft: '',
      dueLocal: null,
      now: later({ minutes: 1 }),
    };
    await editStep(database.db, empty);
    expect(await listRewordings(database.db, leadId, monday)).toMatchObject([{ stepId, back: true }]);
    const now = later({ minutes: 2 });
    const asked = { userId, stepId, wish: 'warmer', now };
    expect(await requestDraft(database.db, asked)).toEqual({ ok: true });
    const { model } = toldModel({ draft: 'Warmer' });
    const claimed = one([await claimPlanRequest(database.db, now)]);
    await rewriteDraft({ db: database.db, now, model, onStage: noStage }, claimed);
    const back = { userId, stepId, now: later({ minutes: 3 }) };
    expect(await backToFormerDraft(database.db, back)).toEqual({ ok: false, reason: 'nothing' });
    expect(await draft()).toBe('Warmer');
    expect(await listRewordings(database.db, leadId, now)).toMatchObject([{ stepId, back: false }]);
  });

  it('that could not be written is told of for a day', async () => {
    await ask();
    await database.db.update(planRequests).set({ status: 'failed', lastError: 'limit: 20 calls' });
    const told = async (now: Date) => [
      (await getStepCard(database.db, user, stepId, now))?.rewording ?? null,
      (await listRewordings(database.db, leadId, now))[0]?.failure ?? null,
    ];
    expect(await told(later({ hours: 23 }))).toEqual([{ state: 'failed', reason: 'limit' }, 'limit']);
    expect(await told(later({ hours: 25 }))).toEqual([null, null]);
  });

  it('is dropped when the person wrote one meanwhile, or settled the step; nothing stays under way', async () => {
    const first = await ask();
    const words = { title: 'Mine', draft: 'Newer words', dueLocal: null };
    const model = toldModel({ draft: 'Too late' });
    const slow: typeof model.model = {
      ...model.model,
      ask: async (question) => {
        await editStep(database.db, { userId, stepId, ...words, now: monday });
        return model.model.ask(question);
      },
    };
    await rewriteDraft({ db: database.db, now: monday, model: slow, onStage: noStage }, first);
    expect(await draft()).toBe('Newer words');
    const second = await ask();
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    expect(await write({ draft: 'Too late' }, second)).toEqual({ ok: true });
    expect(await draft()).toBe('Newer words');
    const other = (await stepAt(database.db, leadId, 1)).id;
    const next = { userId, stepId: other, wish: 'warmer', now: monday };
    expect(await requestDraft(database.db, next)).toEqual({ ok: true });
  });
});

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { openPostgres } from '../../server/db/client.ts';
import { leads, planRequests, planSteps, proposals } from '../../server/db/schema.ts';
import { leadInput } from '../../server/leads/input.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import {
  addLead,
  type ClaimedRequest,
  cancelRequest,
  claimPlanRequest,
  dropWhenClosed,
  failPlanRequest,
  getLeadFacts,
  getNextClaimAt,
  keepClaim,
  postponeRequest,
  releaseRequest,
  requestDraft,
  requestPlan,
  retryAt,
  setStage,
} from '../../server/plans/requests.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { onPostgres, openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { historyOf, later, messagesOf, one, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;

beforeEach(() => makeUser(database.db));

const add = (name = 'Anna', now = monday) =>
  addLead(database.db, { userId, lead: leadInput.parse({ name }), now });
const ask = (leadId: string, now = monday) => requestPlan(database.db, { userId, leadId, now });
const claim = (now = monday) => claimPlanRequest(database.db, now);
const requests = () => database.db.select().from(planRequests);

async function claimed(now = monday): Promise<ClaimedRequest> {
  return one([await claim(now)]);
}

describe('a new lead', () => {
  it('asks for its plan', async () => {
    const leadId = await add();
    expect(await requests()).toMatchObject([{ leadId, status: 'pending', attempts: 0 }]);
    expect(await historyOf(database.db, leadId)).toEqual(['created']);
  });

  it('is written with its request or not at all', async () => {
    await expect(
      addLead(database.db, { userId: 4004, lead: leadInput.parse({ name: 'X' }), now: monday }),
    ).rejects.toThrow();
    expect(await database.db.select().from(leads)).toEqual([]);
    expect(await requests()).toEqual([]);
  });

  it('tells the drafter what is known about it', async () => {
    const lead = leadInput.parse({ name: '*_[](~`', notes: 'met at the fair', company: 'Acme' });
    const leadId = await addLead(database.db, { userId, lead, now: monday });
    expect(await getLeadFacts(database.db, { leadId, template: null })).toMatchObject({
      name: '*_[](~`',
      notes: 'met at the fair',
    });
    expect(await getLeadFacts(database.db, { leadId: randomUUID(), template: null })).toBeNull();
  });
});

describe('asking for a plan again', () => {
  it('changes nothing while a request is open', async () => {
    const leadId = await add();
    expect(await Promise.all([ask(leadId), ask(leadId), ask(leadId)])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    await claim();
    await ask(leadId);
    expect(await requests()).toMatchObject([{ status: 'working' }]);
  });

  it('makes a new request when the last one is over', async () => {
    const leadId = await add();
    const { id: requestId } = await claimed();
    await savePlan(database.db, { leadId, requestId, plan: planOf(0), now: monday });
    await ask(leadId, later({ hours: 1 }));
    expect((await requests()).map((request) => request.status).sort()).toEqual(['done', 'pending']);
  });

  it('shows in the message that shows the plan', async () => {
    const leadId = await makeLead(database.db);
    const message = { userId, chatId: userId, leadId, stepId: null, now: monday };
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'plan' });
    await ask(leadId);
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }]);
  });

  it.each(['won', 'lost'] as const)('is refused for a lead that is %s', async (status) => {
    const leadId = await makeLead(database.db);
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await ask(leadId)).toEqual({ ok: false, reason: 'closed' });
    expect(await requests()).toEqual([]);
  });

  it('is refused for a lead of somebody else, and for none', async () => {
    await makeUser(database.db, { id: 2002 });
    const leadId = await makeLead(database.db);
    const foreign = await requestPlan(database.db, { userId: 2002, leadId, now: monday });
    expect(foreign).toEqual({ ok: false, reason: 'not-found' });
    expect(await ask(randomUUID())).toEqual({ ok: false, reason: 'not-found' });
    expect(await requests()).toEqual([]);
  });
});

describe('a worker', () => {
  it('takes the oldest request first, each once', async () => {
    const second = await add('Second', later({ minutes: 1 }));
    const first = await add('First');
    expect(await claim(later({ minutes: 2 }))).toMatchObject({ leadId: first, attempts: 1 });
    expect(await claim(later({ minutes: 2 }))).toMatchObject({ leadId: second, attempts: 1 });
    expect(await claim(later({ minutes: 2 }))).toBeNull();
  });

  it('that died gives its request back after a minute', async () => {
    await add();
    const first = await claimed();
    expect(await claim(later({ seconds: 59 }))).toBeNull();
    expect(await claim(later({ seconds: 60 }))).toMatchObject({ id: first.id, attempts: 2 });
    expect(await claim(later({ seconds: 61 }))).toBeNull();
  });

  it('that is slow keeps its request by saying that it lives', async () => {
    await add();
    const slow = await claimed();
    expect(await keepClaim(database.db, slow, later({ seconds: 50 }))).toBe(true);
    expect(await claim(later({ seconds: 109 }))).toBeNull();
    expect(await claim(later({ seconds: 110 }))).toMatchObject({ attempts: 2 });
    expect(await keepClaim(database.db, slow, later({ seconds: 111 }))).toBe(false);
  });

  it('that is stopped gives its request back, however often, and has no say in it any more', async () => {
    await add();
    for (const attempts of [1, 2, 3, 4]) {
      const stopped = await claimed();
      expect(stopped).toMatchObject({ attempts, isLastResort: false });
      await releaseRequest(database.db, stopped);
      const next = await claimed();
      await failPlanRequest(database.db, stopped, { cause: 'no database', now: monday });
      expect(await keepClaim(database.db, next, monday)).toBe(true);
      await postponeRequest(database.db, next, { cause: 'busy', until: monday });
    }
  });

  it('that dies each time is followed by one that may only take a template, and by no other', async () => {
    await add();
    const claims = [];
    for (const minutes of [0, 2, 4, 6]) claims.push(await claim(later({ minutes })));
    expect(claims.map((request) => request?.isLastResort)).toEqual([false, false, false, true]);
    expect(await claim(later({ minutes: 8 }))).toBeNull();
    expect(await requests()).toMatchObject([{ status: 'failed', attempts: 4 }]);
  });

  it('that dies each time of a draft is followed by none: the request is given up', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const [first] = await stepsOf(database.db, leadId);
    await requestDraft(database.db, { userId, stepId: one([first]).id, wish: 'shorter', now: monday });
    for (const minutes of [0, 2, 4]) expect(await claim(later({ minutes }))).not.toBeNull();
    expect(await claim(later({ minutes: 6 }))).toBeNull();
    expect(await requests()).toMatchObject([{ status: 'failed', attempts: 3 }]);
  });

  it('takes those first for whose owner the least is being written', async () => {
    await makeUser(database.db, { id: 2002 });
    const imported: string[] = [];
    for (const n of [0, 1, 2]) imported.push(await add(`Imported ${n}`, later({ seconds: n })));
    const lead = leadInput.parse({ name: 'Other' });
    const other = await addLead(database.db, { userId: 2002, lead, now: later({ seconds: 9 }) });
    const taken: string[] = [];
    for (const _ of [1, 2, 3, 4]) taken.push((await claimed(later({ seconds: 10 }))).leadId);
    expect(taken).toEqual([imported[0], other, imported[1], imported[2]]);
  });

  it('finds nothing of a lead that was deleted', async () => {
    const leadId = await add();
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await claim()).toBeNull();
  });

  it('tries three times, then the person is told', async () => {
    const leadId = await add();
    const message = { userId, chatId: userId, leadId, stepId: null, now: monday };
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'plan' });
    // Each failure is followed by a longer pause.
    for (const [place, seconds] of [0, 10, 30].entries()) {
      const request = await claimed(later({ seconds }));
      expect(request).toMatchObject({ attempts: place + 1 });
      await failPlanRequest(database.db, request, { cause: `try ${place + 1}`, now: later({ seconds }) });
      expect(await claim(later({ seconds: seconds + 9 }))).toBeNull();
    }
    expect(await requests()).toMatchObject([{ status: 'failed', lastError: 'try 3' }]);
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 4 }]);
    expect(await claim(later({ days: 1 }))).toBeNull();
    expect(await ask(leadId)).toEqual({ ok: true });
    expect(await claim()).toMatchObject({ leadId, attempts: 1 });
  });

  it('that failed too late does not undo what another one finished', async () => {
    const leadId = await add();
    const slow = await claimed();
    const quick = await claimed(later({ minutes: 2 }));
    await savePlan(database.db, { leadId, requestId: quick.id, plan: planOf(0), now: later({ minutes: 2 }) });
    await failPlanRequest(database.db, slow, { cause: 'time-out', now: later({ minutes: 2 }) });
    expect(await requests()).toMatchObject([{ status: 'done' }]);
  });

  it('that finished too late does not replace the plan another one wrote', async () => {
    const leadId = await add();
    const slow = await claimed();
    const quick = await claimed(later({ minutes: 2 }));
    await savePlan(database.db, { leadId, requestId: quick.id, plan: planOf(0), now: later({ minutes: 2 }) });
    const late = { leadId, requestId: slow.id, plan: planOf(5, 6), now: later({ minutes: 3 }) };
    expect(await savePlan(database.db, late)).toBe(false);
    expect(await database.db.select().from(planSteps)).toMatchObject([{ delayDays: 0 }]);
  });

  it('that failed too late does not take the request from the one at work', async () => {
    await add();
    const slow = await claimed();
    await claimed(later({ minutes: 2 }));
    await failPlanRequest(database.db, slow, { cause: 'time-out', now: later({ minutes: 2 }) });
    expect(await claim(later({ minutes: 2 }))).toBeNull();
  });
});

describe('a request that is not the only thing to write for its lead', () => {
  it('is refused as long as something else is being written', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const [first] = await stepsOf(database.db, leadId);
    const shorter = { userId, stepId: one([first]).id, wish: 'shorter', now: monday };
    expect(await requestDraft(database.db, shorter)).toEqual({ ok: true });
    expect(await requestDraft(database.db, shorter)).toEqual({ ok: false, reason: 'busy' });
    expect(await ask(leadId)).toEqual({ ok: false, reason: 'busy' });
    expect(await requests()).toMatchObject([{ kind: 'draft', wish: 'shorter', stepId: shorter.stepId }]);
  });

  it('gives way to one for a plan after another template', async () => {
    const leadId = await add();
    const slow = await claimed();
    await requestPlan(database.db, { userId, leadId, template: 'renewal', now: later({ seconds: 9 }) });
    const late = { leadId, requestId: slow.id, plan: planOf(0), now: later({ seconds: 10 }) };
    expect(await savePlan(database.db, late)).toBe(false);
    expect(await claim(later({ seconds: 11 }))).toMatchObject({ template: 'renewal' });
  });

  it('for a draft is refused for a step that is done, and for somebody else’s', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const { id: stepId } = one(await stepsOf(database.db, leadId));
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    const wish = { stepId, wish: 'shorter', now: monday };
    expect(await requestDraft(database.db, { ...wish, userId })).toEqual({ ok: false, reason: 'not-open' });
    expect(await requestDraft(database.db, { ...wish, userId: 2002 })).toEqual({
      ...{ ok: false, reason: 'not-found' },
    });
  });
});

describe('a request that is stopped', () => {
  const stop = (leadId: string, by = userId) => cancelRequest(database.db, { userId: by, leadId });

  it('drops the answer that still comes, and lets the next one be asked', async () => {
    const leadId = await add();
    const { id: requestId } = await claimed();
    expect(await stop(leadId)).toEqual({ ok: true });
    expect(await savePlan(database.db, { leadId, requestId, plan: planOf(0), now: monday })).toBe(false);
    expect(await stepsOf(database.db, leadId)).toEqual([]);
    expect(await stop(leadId)).toEqual({ ok: false, reason: 'nothing' });
    expect(await ask(leadId, later({ seconds: 1 }))).toEqual({ ok: true });
    expect(await claim(later({ seconds: 2 }))).toMatchObject({ leadId });
  });

  it.each(['won', 'lost'] as const)(
    'is stopped when its lead is %s, before a model is asked',
    async (status) => {
      const leadId = await add();
      const request = await claimed();
      await setLeadStatus(database.db, { userId, leadId, status, now: monday });
      expect(await requests()).toMatchObject([{ status: 'cancelled' }]);
      expect(await dropWhenClosed(database.db, request)).toBe(true);
      await database.db.update(planRequests).set({ status: 'working' });
      expect(await dropWhenClosed(database.db, request)).toBe(true);
      expect(await requests()).toMatchObject([{ status: 'cancelled' }]);
    },
  );

  it('is a review: the list of changes that was thought about is closed with it', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const list = { userId, leadId, because: 'News', items: [], createdAt: monday };
    await database.db.insert(proposals).values(list);
    await database.db.insert(planRequests).values({ leadId, kind: 'review', createdAt: monday });
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    expect(await database.db.select().from(proposals)).toMatchObject([{ status: 'closed' }]);
  });

  it('does not come back when its worker fails, waits or says how far it is', async () => {
    const leadId = await add();
    const request = await claimed();
    await stop(leadId);
    await failPlanRequest(database.db, request, { cause: 'no', now: monday });
    await postponeRequest(database.db, request, { cause: 'busy', until: monday });
    await setStage(database.db, request, 'repairing');
    expect(await keepClaim(database.db, request, monday)).toBe(false);
    expect(await requests()).toMatchObject([{ status: 'cancelled', stage: 'waiting' }]);
  });

  it('is nobody else’s to stop', async () => {
    const leadId = await add();
    expect(await stop(leadId, 2002)).toEqual({ ok: false, reason: 'not-found' });
    expect(await requests()).toMatchObject([{ status: 'pending' }]);
  });
});

describe('a provider that is busy', () => {
  it('is asked again when it says, which counts as no attempt', async () => {
    const leadId = await add();
    const until = later({ seconds: 40 });
    await postponeRequest(database.db, await claimed(), { cause: 'busy', until });
    expect(await claim(later({ seconds: 39 }))).toBeNull();
    expect(await getNextClaimAt(database.db)).toEqual(until);
    expect(await claim(until)).toMatchObject({ leadId, attempts: 1 });
  });

  // What was waited, and when the provider wants to be asked, to when it is asked; in seconds.
  it.each([
    ['busy', 0, null, 30],
    ['down', 30, null, 60],
    ['busy', 60, null, 120],
    ['busy', 10, 45, 55],
    ['down', 120, null, null],
    ['busy', 0, 3600, null],
    ['invalid', 0, null, null],
    ['limit', 0, null, null],
    ['unauthorized', 0, 1, null],
  ] as const)('(%s after %i s, Retry-After %j) is asked again after %j s', (reason, waited, asks, again) => {
    const retryAfterMs = asks && asks * 1000;
    const answer = { ok: false, reason, retryAfterMs, cause: '' } as const;
    const at = retryAt({ since: monday }, answer, later({ seconds: waited }));
    expect(at).toEqual(again && later({ seconds: again }));
  });
});

describe('four workers at once', () => {
  it('draft each plan once', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 12; n += 1) ids.add(await add(`Lead ${n}`, later({ seconds: n })));
    const connections = database.url
      ? await Promise.all([1, 2, 3, 4].map(() => openPostgres(String(database.url))))
      : [];
    const workers = onPostgres ? connections.map((connection) => connection.db) : Array(4).fill(database.db);
    const taken: string[] = [];
    await Promise.all(
      workers.map(async (db) => {
        // Skipping locked rows, a worker may find nothing while others still claim: it looks until all are taken.
        while (taken.length < ids.size) {
          const request = await claimPlanRequest(db, later({ minutes: 1 }));
          if (request) taken.push(request.leadId);
        }
      }),
    );
    await Promise.all(connections.map((connection) => connection.close()));
    expect(taken).toHaveLength(12);
    expect(new Set(taken)).toEqual(ids);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sum } from 'drizzle-orm';
import { rememberUser } from '../../../server/auth/users.ts';
import type { Db } from '../../../server/db/client.ts';
import { modelUsage } from '../../../server/db/schema.ts';
import { leadInput } from '../../../server/leads/input.ts';
import { createLead } from '../../../server/leads/mutations.ts';
import type { Model, NoAnswer } from '../../../server/model/port.ts';
import { createDrafter } from '../../../server/plans/drafter.ts';
import { getLeadFacts } from '../../../server/plans/requests.ts';
import { savePlaybook } from '../../../server/playbook/playbook.ts';
import type { EvaluatedLead } from './leads.ts';
import type { Evaluated } from './report.ts';

const userId = 1001;
const mostWaits = 5;

/** The person all twenty leads belong to. */
export async function makePerson(db: Db, now: Date): Promise<void> {
  await rememberUser(db, { id: userId, firstName: 'Olga', now });
  const playbook = {
    sells: 'A simple tool that helps sales teams follow up with every lead.',
    audience: 'Small and medium companies with 5 to 50 sales people',
    tone: 'Warm, clear and short',
    rules: 'Never promise a discount. One question a message.',
    examples: ['Hi Ben, good to talk today. Which of the two options feels closer to what you need?'],
  };
  await savePlaybook(db, { userId, playbook, now });
}

/** Has the plan of one lead written as the program does, and waits when the provider asks for that. */
export async function evaluate(
  db: Db,
  model: Model,
  { lead, about }: EvaluatedLead,
  now: Date,
): Promise<Evaluated> {
  const leadId = await createLead(db, { userId, lead: leadInput.parse(lead), now });
  const facts = await getLeadFacts(db, { leadId, template: null });
  if (!facts) throw new Error(`the lead "${about}" is gone`);
  const before = await usage(db);
  const start = performance.now();
  let reason: NoAnswer['reason'] | null = null;
  const noting: Model = {
    ...model,
    async ask(question) {
      const answer = await model.ask(question);
      reason = answer.ok ? null : answer.reason;
      return answer;
    },
  };
  const draft = createDrafter(noting);
  for (let waits = 0; ; waits++) {
    const mayWait = ({ retryAfterMs }: NoAnswer) => retryAfterMs !== null && waits < mostWaits;
    const plan = await draft(facts, { db, now, mayWait, onStage: async () => {} });
    if ('ok' in plan) {
      await sleep(plan.retryAfterMs ?? 0);
      continue;
    }
    const after = await usage(db);
    const outcome = plan.report ? (plan.report.repaired ? 'repaired' : 'at once') : 'fell back';
    return {
      ...{ about, outcome, because: outcome === 'fell back' ? (reason ?? '') : '', steps: plan.steps.length },
      timings: plan.report?.timings ?? { understood: 0, daysOnly: 0, contradicting: 0 },
      calls: after.calls - before.calls,
      tokens: { in: after.in - before.in, out: after.out - before.out },
      seconds: (performance.now() - start) / 1000,
    };
  }
}

async function usage(db: Db): Promise<{ calls: number; in: number; out: number }> {
  // A run may go on past midnight, and every UTC day has a row.
  const [all] = await db
    .select({
      calls: sum(modelUsage.calls).mapWith(Number),
      in: sum(modelUsage.tokensIn).mapWith(Number),
      out: sum(modelUsage.tokensOut).mapWith(Number),
    })
    .from(modelUsage)
    .where(eq(modelUsage.who, userId));
  return { calls: all?.calls ?? 0, in: all?.in ?? 0, out: all?.out ?? 0 };
}

import type { Db } from '../db/client.ts';
import type { Model } from '../model/port.ts';
import type { DraftedPlan, Drafter, DraftTools, LeadFacts } from './draft.ts';
import { draftFromTemplate } from './draft-from-template.ts';
import { draftWithModel } from './writing/draft-plan.ts';
import { fellBack } from './writing/fell-back.ts';

/**
 * A drafter that has this model write the plans. Where there is none, where the person or the lead has switched it off
 * and where it gives no answer, the template that fits stands in, and the plan says why.
 */
export function createDrafter(model: Model): Drafter {
  return async (lead: LeadFacts, tools: DraftTools) => {
    if (model.name === null || !lead.mayUseModel) return draftFromTemplate(tools.db, lead);
    const drafted = await draftWithModel(model, lead, tools);
    if (!('ok' in drafted) || tools.mayWait?.(drafted)) return drafted;
    const plan = await draftFromTemplate(tools.db, lead);
    return withReason(plan, fellBack(drafted, plan.title));
  };
}

/** The template that fits, which says that something of ours failed. */
export async function draftAfterFailure(db: Db, lead: LeadFacts): Promise<DraftedPlan> {
  const plan = await draftFromTemplate(db, lead);
  return withReason(plan, `Something went wrong on my side, so this is the template “${plan.title}”.`);
}

const withReason = (plan: DraftedPlan, reason: string | null): DraftedPlan =>
  plan.madeFrom ? { ...plan, madeFrom: { ...plan.madeFrom, fellBack: reason } } : plan;

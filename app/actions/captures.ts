'use server';

import { z } from 'zod';
import { editPerson as edit, type PersonFields } from '#server/capture/edit-person.ts';
import { leaveOutMany } from '#server/capture/leave-out-many.ts';
import * as marks from '#server/capture/mark-new.ts';
import * as merging from '#server/capture/merge-person.ts';
import * as all from '#server/capture/save-all.ts';
import * as saving from '#server/capture/save-person.ts';
import * as settling from '#server/capture/settle-capture.ts';
import { leadInput } from '#server/leads/input.ts';
import { explainCapture, orNothing } from '../_lib/server/capture-refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { captureAnswers } from '../_texts/captures.ts';

const captureId = z.uuid();
const chosen = z.object({ captureId, place: z.number().int().min(0).max(10_000) });
/** As the lead form takes it; null when nothing was typed. */
const fields = leadInput.nullable();
const toPerson = ({ notes, ...lead }: z.output<typeof leadInput>): PersonFields => ({
  ...{ name: lead.name, company: lead.company ?? '', role: lead.role ?? '', source: lead.source ?? '' },
  ...{ telegram: lead.telegram ?? '', email: lead.email ?? '', phone: lead.phone ?? '' },
  ...{ note: notes, language: lead.language ?? '' },
});

/** Puts right what is known about somebody on the card; they are no lead yet. */
export const editPerson = userAction(
  chosen.extend({ person: leadInput }),
  async ({ db, user, now }, { person, ...at }) => {
    const result = await edit(db, { userId: user.id, ...at, person: toPerson(person), now });
    return result.ok ? { ok: true, message: captureAnswers.edited } : explainCapture(result);
  },
);

/** Makes them a lead, with what was typed about them where something was. */
export const savePerson = userAction(
  chosen.extend({ person: fields, withPlan: z.boolean() }),
  async ({ db, user, now }, { person, withPlan, ...at }) => {
    const which = { userId: user.id, ...at, now };
    const edited = person ? await edit(db, { ...which, person: toPerson(person) }) : orNothing;
    const result = edited.ok ? await saving.savePerson(db, { ...which, withPlan }) : edited;
    if (!result.ok) return explainCapture(result);
    return { ok: true, leadId: result.leadId, message: captureAnswers.saved(withPlan) };
  },
);

/** Puts them, with what was typed, into the lead that the card shows as the same: both or neither. */
export const mergePerson = userAction(
  chosen.extend({ person: fields, leadId: z.uuid() }),
  async ({ db, user, now }, { person, leadId, ...at }) => {
    const edited = person && toPerson(person);
    const result = await merging.mergePerson(db, { userId: user.id, ...at, shown: leadId, edited, now });
    if (!result.ok) return explainCapture(result);
    return { ok: true, leadId: result.leadId, message: captureAnswers.merged(result.added) };
  },
);

export const markNew = userAction(chosen, async ({ db, user, now }, at) => {
  const result = await marks.markNew(db, { userId: user.id, ...at, now });
  return result.ok ? { ok: true, message: captureAnswers.isNew } : explainCapture(result);
});

export const leaveOut = userAction(chosen, async ({ db, user, now }, at) => {
  const result = await settling.leaveOut(db, { userId: user.id, ...at, now });
  return result.ok ? { ok: true, message: captureAnswers.leftOut } : explainCapture(result);
});

/** All who are new become leads, but for those at the places `without`. */
export const saveAll = userAction(
  z.object({ captureId, withPlans: z.boolean(), without: z.array(z.number().int().min(0)).max(10_000) }),
  async ({ db, user, now }, { without, ...input }) => {
    const which = { userId: user.id, captureId: input.captureId };
    const left = without.length > 0 ? await leaveOutMany(db, { ...which, places: without }) : orNothing;
    const result = left.ok ? await all.saveAll(db, { ...which, withPlans: input.withPlans, now }) : left;
    if (!result.ok) return explainCapture(result);
    const message = result.saved === 0 ? captureAnswers.nobody : captureAnswers.savedAll(result);
    return { ok: true, message };
  },
);

export const cancelCapture = userAction(z.object({ captureId }), async ({ db, user, now }, input) => {
  const result = await settling.cancelCapture(db, { userId: user.id, ...input, now });
  return result.ok ? { ok: true, message: captureAnswers.cancelled } : explainCapture(result);
});

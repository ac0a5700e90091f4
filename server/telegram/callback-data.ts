import { z } from 'zod';
import { type SnoozeTo, snoozeKinds } from '../plans/snooze.ts';
import { type EventName, eventNames } from '../plans/timing.ts';
import { isTimeZone } from '../time/wall-time.ts';

/**
 * What a button carries, "v1:<act>:<argument>", within Telegram's 64 bytes. A client can send anything here, and old
 * buttons live for years: what is not understood is null, and every handler still checks whose step or lead it is.
 */
const stepActs = ['done', 'undo', 'skip', 'draft', 'why', 'smaller', 'wake', 'reword', 'not-sent'] as const;
/** The choices of when, below a reminder: open them, pick a time, close them again. */
const menuActs = ['snooze-menu', 'snooze-pick', 'snooze-back'] as const;
/** Snooze, and snooze although it was asked whether. */
const snoozeActs = ['snooze', 'anyway'] as const;
/** The lead replied or its plan rests, and what comes of that. */
const pauseActs = ['replied', 'resume', 'resume-now', 'rest', 'wait-week', 'won', 'lost'] as const;
const leadActs = ['plan', 'replace', 'keep', 'quiet', 'restore', 'stop-draft'] as const;
/** How a draft should be written anew; anything else is said in words. */
const wishKinds = ['shorter', 'warmer', 'formal', 'words'] as const;
/** What becomes of one person on a confirm card, by their place on it. */
const personActs = ['cap-save', 'cap-merge', 'cap-new', 'cap-leave', 'cap-edit', 'cap-show'] as const;
/** What becomes of the whole card; "cap-plans" saves all and has a plan drafted for each. */
const captureActs = ['cap-all', 'cap-plans', 'cap-each', 'cap-list', 'cap-cancel'] as const;
/** One proposed change of a plan, by its id in the list; all that are still open, and asking for the list once more. */
const changeActs = ['chg-yes', 'chg-no'] as const;
const changesActs = ['chg-all', 'chg-none', 'review-again'] as const;
const plainActs = ['away-keep', 'add', 'add-text', 'cancel', 'today', 'help', 'pick-people'] as const;
/** What can be done about an act that was recorded (plans/acts.ts). */
const recordedActs = ['undo-act', 'keep-dates'] as const;
const deadActs = ['dead-retry', 'dead-forget'] as const;

const digits = (most: number) => z.string().regex(new RegExp(`^\\d{1,${most}}$`));

const days = z.string().regex(/^\d{8}$/);

const data = z.union([
  z.tuple([z.literal('v1'), z.enum(stepActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.enum(menuActs), z.uuid()]),
  // Until when: a choice, or seconds since 1970. The buttons of older messages meant tomorrow and did not say so.
  z.tuple([z.literal('v1'), z.enum(snoozeActs), z.uuid(), z.union([z.enum(snoozeKinds), digits(11)])]),
  z.tuple([z.literal('v1'), z.literal('snooze'), z.uuid()]),
  z.tuple([z.literal('v1'), z.enum(leadActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.enum(pauseActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.literal('reword-as'), z.uuid(), z.enum(wishKinds)]),
  z.tuple([z.literal('v1'), z.enum(personActs), z.uuid(), digits(4)]),
  // Into which lead, by the beginning of its id. The buttons of older messages did not say.
  z.tuple([z.literal('v1'), z.literal('cap-merge'), z.uuid(), digits(4), z.string().regex(/^[0-9a-f]{8}$/)]),
  z.tuple([z.literal('v1'), z.enum(captureActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.enum(changeActs), z.uuid(), digits(3)]),
  z.tuple([z.literal('v1'), z.enum(changesActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.literal('review'), z.uuid()]),
  z.tuple([z.literal('v1'), z.literal('event'), z.uuid(), z.enum(eventNames)]),
  z.tuple([z.literal('v1'), z.literal('leads'), z.coerce.number().int().min(0).max(10_000)]),
  z.tuple([z.literal('v1'), z.enum(recordedActs), digits(15)]),
  z.tuple([z.literal('v1'), z.enum(deadActs), digits(16), digits(6)]),
  // First and last day, "20260801".
  z.tuple([z.literal('v1'), z.literal('away-set'), days, days]),
  z.tuple([z.literal('v1'), z.literal('zone'), z.string().max(48).refine(isTimeZone)]),
  z.tuple([z.literal('v1'), z.enum(plainActs)]),
]);

export type PauseAct = (typeof pauseActs)[number];
export type StepAct = (typeof stepActs)[number];
export type WishKind = (typeof wishKinds)[number];
export type PersonAct = (typeof personActs)[number];
export type CaptureAct = (typeof captureActs)[number];
export type Tap =
  | { act: StepAct | (typeof menuActs)[number]; stepId: string }
  | { act: (typeof snoozeActs)[number]; stepId: string; to: SnoozeTo }
  | { act: (typeof leadActs)[number]; leadId: string }
  | { act: PauseAct; leadId: string }
  | { act: 'reword-as'; stepId: string; wish: WishKind }
  | { act: PersonAct; captureId: string; place: number; shown: string }
  | { act: CaptureAct; captureId: string }
  | { act: (typeof changeActs)[number]; proposalId: string; changeId: number }
  | { act: (typeof changesActs)[number]; proposalId: string }
  | { act: 'review'; noteId: string }
  | { act: 'event'; leadId: string; event: EventName }
  | { act: 'leads'; page: number }
  | { act: (typeof recordedActs)[number]; actId: number }
  | { act: (typeof deadActs)[number]; updateId: number; attempts: number }
  | { act: 'away-set'; from: string; until: string }
  | { act: 'zone'; timeZone: string }
  | { act: (typeof plainActs)[number] };

/** The callback data of a button. */
export const stepButton = (act: StepAct, stepId: string) => `v1:${act}:${stepId}`;
export const menuButton = (act: (typeof menuActs)[number], stepId: string) => `v1:${act}:${stepId}`;
export const snoozeButton = (act: (typeof snoozeActs)[number], stepId: string, to: SnoozeTo) =>
  `v1:${act}:${stepId}:${to instanceof Date ? Math.floor(to.getTime() / 1000) : to}`;
export const leadButton = (act: (typeof leadActs)[number] | PauseAct, leadId: string) =>
  `v1:${act}:${leadId}`;
export const eventButton = (leadId: string, event: EventName) => `v1:event:${leadId}:${event}`;
export const rewordButton = (stepId: string, wish: WishKind) => `v1:reword-as:${stepId}:${wish}`;
/** `place`: where the person stands on the card, from 0. */
export const personButton = (act: PersonAct, captureId: string, place: number) =>
  `v1:${act}:${captureId}:${place}`;
/** Merging into the lead that the card shows. */
export const mergeButton = (captureId: string, place: number, leadId: string) =>
  `v1:cap-merge:${captureId}:${place}:${leadId.slice(0, 8)}`;
export const captureButton = (act: CaptureAct, captureId: string) => `v1:${act}:${captureId}`;
export const changeButton = (act: (typeof changeActs)[number], proposalId: string, changeId: number) =>
  `v1:${act}:${proposalId}:${changeId}`;
export const changesButton = (act: (typeof changesActs)[number], proposalId: string) =>
  `v1:${act}:${proposalId}`;
/** What a note changes in the plan of its lead. */
export const reviewButton = (noteId: string) => `v1:review:${noteId}`;
export const pageButton = (page: number) => `v1:leads:${page}`;
export const actButton = (act: (typeof recordedActs)[number], actId: number) => `v1:${act}:${actId}`;
export const deadButton = (act: (typeof deadActs)[number], seen: { updateId: number; attempts: number }) =>
  `v1:${act}:${seen.updateId}:${seen.attempts}`;
/** `from` and `until` as "2026-08-01". */
export const awayButton = ({ from, until }: { from: string; until: string }) =>
  `v1:away-set:${from.replaceAll('-', '')}:${until.replaceAll('-', '')}`;
export const zoneButton = (timeZone: string) => `v1:zone:${timeZone}`;
export const plainButton = (act: (typeof plainActs)[number]) => `v1:${act}`;

/** What a tapped button means; null when it is not (or no longer) one of ours. */
export function readTap(text: string): Tap | null {
  const parsed = data.safeParse(text.split(':'));
  if (!parsed.success) return null;
  const [, act, argument, detail, shown = ''] = parsed.data;
  if (act === 'zone') return { act, timeZone: String(argument) };
  if (act === 'event') {
    const event = eventNames.find((name) => name === detail);
    return event ? { act, leadId: String(argument), event } : null;
  }
  if (act === 'leads') return { act, page: Number(argument) };
  if (isOneOf(stepActs, act) || isOneOf(menuActs, act)) return { act, stepId: String(argument) };
  if (isOneOf(snoozeActs, act)) return { act, stepId: String(argument), to: readUntil(detail) };
  if (isOneOf(leadActs, act)) return { act, leadId: String(argument) };
  if (isOneOf(pauseActs, act)) return { act, leadId: String(argument) };
  if (act === 'reword-as') {
    const wish = wishKinds.find((kind) => kind === detail);
    return wish ? { act, stepId: String(argument), wish } : null;
  }
  if (isOneOf(personActs, act)) return { act, captureId: String(argument), place: Number(detail), shown };
  if (isOneOf(captureActs, act)) return { act, captureId: String(argument) };
  if (isOneOf(changeActs, act)) return { act, proposalId: String(argument), changeId: Number(detail) };
  if (act === 'review') return { act, noteId: String(argument) };
  if (isOneOf(changesActs, act)) return { act, proposalId: String(argument) };
  if (isOneOf(recordedActs, act)) return { act, actId: Number(argument) };
  if (isOneOf(deadActs, act)) return { act, updateId: Number(argument), attempts: Number(detail) };
  if (act === 'away-set') return { act, from: readDay(argument), until: readDay(detail) };
  return { act };
}

const readDay = (digits: unknown) => String(digits).replace(/^(\d{4})(\d{2})/, '$1-$2-');

function readUntil(text = 'tomorrow'): SnoozeTo {
  return isOneOf(snoozeKinds, text) ? text : new Date(Number(text) * 1000);
}

function isOneOf<T extends string>(list: readonly T[], act: string): act is T {
  return (list as readonly string[]).includes(act);
}

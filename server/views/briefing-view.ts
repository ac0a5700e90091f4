import type { BriefingKind } from '../briefings/next.ts';
import type { PauseView } from './lead-view.ts';
import type { StepAnchor, StepView } from './step-view.ts';

export type BriefingLine = {
  /** The number it goes by in the message, from 1; it keeps it when others go. */
  place: number;
  step: Pick<StepView, 'id' | 'title' | 'status' | 'snoozed'> & { anchor: StepAnchor };
  lead: { id: string; name: string };
  closed: boolean;
  /** Why its plan rests; null while that runs. */
  paused: PauseView | null;
  /** "2 days late", "09:00"; null while it waits for the date of its event. */
  when: string | null;
};

export type BriefingSection = {
  title: 'overdue' | 'today' | 'later' | 'waiting' | 'done' | 'left' | 'day';
  /** "Monday, 19 October", of the section of a day; else "". */
  day: string;
  lines: BriefingLine[];
};

/** A message that comes by the clock: the morning's, the evening's, or next week's. */
export type BriefingView = {
  kind: BriefingKind;
  /** The day it is about, or was sent on, "Monday, 12 October". */
  date: string;
  sections: BriefingSection[];
  /** Leads whose plan rests until something named has happened. */
  waiting: { name: string; waitingFor: string }[];
  /** How many steps do not fit into the message. */
  more: number;
};

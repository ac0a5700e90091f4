import type { LeadStatus } from '#server/leads/status.ts';
import type { ActivityView } from '#server/views/lead-view.ts';
import { statusWords } from '../../_lib/lead-words.ts';

const verbs: Record<ActivityView['kind'], string> = {
  created: 'Lead added',
  note: 'Note',
  plan: 'Plan drafted',
  added: 'Step added',
  removed: 'Step removed',
  done: 'Done',
  skipped: 'Skipped',
  reopened: 'Opened again',
  snoozed: 'Snoozed',
  status: 'Status',
  edited: 'Edited',
  moved: 'Moved',
  undone: 'Taken back',
  paused: 'Paused',
  resumed: 'Goes on',
  event: 'Event',
  restored: 'Restored',
  merged: 'Merged with',
  reviewed: 'Plan changed',
  reworded: 'New draft',
};

/** "Done: Call about the pilot". The text says what it is about: a step, a plan, a status; it may be empty. */
export function activityWords({ kind, text }: ActivityView): string {
  if (kind === 'note') return `“${text}”`;
  // The text is the draft before it.
  if (kind === 'reworded') return verbs.reworded;
  const about = kind === 'status' ? (statusWords[text as LeadStatus] ?? text) : text;
  return about ? `${verbs[kind]}: ${about}` : verbs[kind];
}

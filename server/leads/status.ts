import { and, isNull, notInArray } from 'drizzle-orm';
import { leadStatus, leads } from '../db/schema.ts';

export const leadStatuses = leadStatus.enumValues;
export type LeadStatus = (typeof leadStatuses)[number];

const closed: LeadStatus[] = ['won', 'lost'];

/** Won and lost leads need nothing any more. */
export const isClosed = (status: LeadStatus) => closed.includes(status);

/** The opposite, as a condition on the table. */
export const openLead = notInArray(leads.status, closed);

/** Neither closed nor resting, as a condition on the table: something may be sent about these. */
export const activeLead = and(openLead, isNull(leads.pausedAt));

/** Nothing is sent about a lead that is closed, or whose plan rests. */
export const isResting = (lead: { status: LeadStatus; pausedAt: Date | null }) =>
  isClosed(lead.status) || lead.pausedAt !== null;

/** The columns of a lead whose plan does not rest. */
export const running = {
  pausedAt: null,
  pauseReason: null,
  waitingFor: null,
  wakeAt: null,
  wokenAt: null,
} as const;

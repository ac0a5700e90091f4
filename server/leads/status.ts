import { notInArray } from 'drizzle-orm';
import { leads } from '../db/schema.ts';

export const leadStatuses = ['new', 'contacted', 'meeting', 'proposal', 'won', 'lost'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

const closed = ['won', 'lost'] as const;

/** Won and lost leads need nothing any more. */
export const isClosed = (status: LeadStatus) => status === 'won' || status === 'lost';

/** The same as a condition on the table. */
export const openLead = notInArray(leads.status, [...closed]);

import { notInArray } from 'drizzle-orm';
import { leadStatus, leads } from '../db/schema.ts';

export const leadStatuses = leadStatus.enumValues;
export type LeadStatus = (typeof leadStatuses)[number];

const closed: LeadStatus[] = ['won', 'lost'];

/** Won and lost leads need nothing any more. */
export const isClosed = (status: LeadStatus) => closed.includes(status);

/** The opposite, as a condition on the table. */
export const openLead = notInArray(leads.status, closed);

import { sql } from 'drizzle-orm';
import { leads, planSteps } from '../db/schema.ts';

/**
 * Which writing of a step and of its lead a query sees, for a query that joins both. Every act of a person writes one of
 * the two, and PostgreSQL keeps in `xmin` which transaction did: a clock could not tell an act that began before a
 * message was drawn and was committed after. Sending a reminder changes neither.
 */
export const stepVersion = sql<string>`${leads}.xmin::text || '/' || ${planSteps}.xmin::text`;

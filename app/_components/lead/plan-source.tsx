import type { LeadDetail } from '#server/views/lead-view.ts';
import styles from './plan-source.module.css';

/** Who wrote the plan and from what, under its title; nothing for one that was written by hand. */
export function PlanSource({ lead }: { lead: LeadDetail }) {
  const source = lead.plan?.source;
  return source && lead.planState !== 'drafting' ? <p className={styles.source}>{source}</p> : null;
}

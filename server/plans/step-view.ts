/** A due date as a person reads it, in that person's time zone. */
export type DueView = {
  /** The instant, ISO 8601 in UTC. */
  at: string;
  /** "Thu 5 Feb, 09:00" */
  words: string;
  /** As short as a chip: "2 days late", "11:00" (today), "Thu 5", "Mon 9 Mar". */
  short: string;
  tone: 'late' | 'today' | 'later';
  /** Wall time in the person's zone, "2026-02-05T09:00": the value of a datetime-local input. */
  local: string;
};

export type StepView = {
  id: string;
  leadId: string;
  title: string;
  /** Why this step helps, one sentence; may be empty. */
  why: string;
  draft: string;
  /** The timing as it was written ("Day 3"), may be empty. */
  timing: string;
  status: 'open' | 'done' | 'skipped';
  due: DueView;
  /** One sentence that answers "why then?". */
  dueWhy: string;
  /** "done Tue 3 Feb, 09:12", "skipped Wed 4 Feb, 10:00"; null while open. */
  settled: string | null;
  /** "Fri 6 Feb, 09:00" while the reminder is snoozed to another time than the step's; else null. */
  snoozed: string | null;
};

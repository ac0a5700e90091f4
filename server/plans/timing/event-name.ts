/** What happens to a lead and may be counted from. */
export const eventNames = ['demo', 'call', 'meeting', 'reply', 'contract'] as const;

/** Something that happens to a lead on a day of its own. */
export type EventName = (typeof eventNames)[number];

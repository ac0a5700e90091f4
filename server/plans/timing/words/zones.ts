/**
 * Zones as people abbreviate them behind a time of day. "EST" is written all year round for New York's clock, so a name
 * stands for a place, not for an offset.
 */
export const zones: readonly [name: string, zone: string][] = [
  ['utc', 'UTC'],
  ['gmt', 'UTC'],
  ['bst', 'Europe/London'],
  ['cet', 'Europe/Berlin'],
  ['cest', 'Europe/Berlin'],
  ['mez', 'Europe/Berlin'],
  ['mesz', 'Europe/Berlin'],
  ['msk', 'Europe/Moscow'],
  ['мск', 'Europe/Moscow'],
  ['ist', 'Asia/Kolkata'],
  ['et', 'America/New_York'],
  ['est', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['cst', 'America/Chicago'],
  ['cdt', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['mst', 'America/Denver'],
  ['mdt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['pst', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['brt', 'America/Sao_Paulo'],
];

import type { WordTable } from './word-table.ts';

export const english: WordTable = {
  ignored:
    'now that, for now, as of now, as of today, just now, from now on, day to day, day job, day rate, once in a, ' +
    'black friday, good friday, cyber monday, easter monday, casual friday, monday . com, may be, 24/7, one day soon, ' +
    'in time, on time, next time, next step, next steps, next level, so far, end to end, front end, back end, weekend deal',
  same: {
    tonight: 'this night',
    'first thing in the morning': 'tomorrow morning',
    'after lunch, late afternoon, early afternoon, mid afternoon': 'afternoon',
    'early morning, mid morning, late morning': 'morning',
    'after work, after hours, early evening, late evening': 'evening',
    'after the weekend, after weekend, post weekend': 'on monday',
    'eow, week end': 'end of week',
    'eom, month end': 'end of month',
    'eoq, quarter end': 'end of quarter',
    'eoy, year end': 'end of year',
    midweek: 'mid week',
    "hour's time": 'hour',
    "day's time": 'day',
    "week's time": 'week',
    "month's time": 'month',
    'following week': 'next week',
    'following month': 'next month',
    'following quarter': 'next quarter',
    'later this': 'late this',
    'later next': 'late next',
    'later in the': 'late',
  },
  articles: 'a, an',
  numbers: {
    zero: 0,
    'half an, half a, one half': 0.5,
    one: 1,
    'two, couple, couple of, a couple, a couple of': 2,
    'three, few, a few': 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    thousand: 1000,
  },
  ordinals: [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
  ],
  units: {
    minute: 'minute, minutes, min, mins',
    hour: 'hour, hours, h, hr, hrs',
    businessHour: 'business hour, business hours, working hour, working hours',
    day: 'day, days, d, calendar day, calendar days',
    businessDay:
      'business day, business days, working day, working days, workday, workdays, work day, work days, ' +
      'weekday, weekdays, biz day, biz days, bd, banking day, banking days, bank day, bank days',
    week: 'week, weeks, w, wk, wks',
    fortnight: 'fortnight, fortnights',
    month: 'month, months, mo, mos, mth, mths',
    quarter: 'quarter, quarters, qtr',
    halfYear: 'half year, half years',
    year: 'year, years, yr, yrs',
  },
  attributive: 'minute, min, hour, day, business day, week, month, year',
  fixed: {
    'tomorrow, tmrw, tmr, tmw, tommorow, next day, following day, the following day': [1, 'day'],
    'day after tomorrow': [2, 'day'],
    ['next business day, next working day, next workday, next work day, next weekday, following business day, ' +
      'following working day, the following business day, the following working day']: [1, 'business-day'],
    'coming days, next days, upcoming days': [3, 'day'],
  },
  now:
    'immediately, right away, straight away, straightaway, right now, asap, a . s . a . p, as soon as possible, ' +
    'as soon as you can, at once, same day, same business day, same working day, without delay, on the spot, promptly, ' +
    'within the day',
  nowAtEdge: 'now, today, immediate, instantly, instant, later today',
  leads:
    'in, within, at, between, inside, delay, delay of, delay by, delay for, delayed by, gap of, interval of, up to, no sooner than, no earlier than, no more than, less than, in under, in less than',
  waits: [
    'wait, wait for, wait another, waiting, hold, hold for, pause, pause for, pause of, sleep, give, allow, leave',
    ...['give', 'allow', 'leave'].flatMap((verb) =>
      ['it', 'them', 'him', 'her', 'this'].map((whom) => `${verb} ${whom}`),
    ),
  ].join(', '),
  trails:
    'later, delay, wait, wait for, waiting, hold, hold for, pause for, give it, give them, allow, mark, gap, pause, break, ' +
    'cooldown, apart, afterwards, afterward, thereafter, pass, passed, have passed, elapsed',
  fromNow: 'from now, from today, from base date, from the start, hence',
  after: 'after, aftr, following, post',
  since: 'since, from, upon',
  impliesOne: 'within the, inside the',
  by:
    'by, no later than, not later than, latest by, latest, due, due by, due on, wait until, wait till, hold until, ' +
    'not until, on hold until, paused until, hold off until, snooze until',
  before: 'before, prior to, ahead of',
  against:
    'ago, prior, earlier, until, till, every, every other, each, per, daily, weekly, biweekly, bi weekly, monthly, ' +
    'quarterly, yearly, x, times, past, previous, never, old, long, overdue, avoid, except, skip, excluding, ' +
    'yesterday, in a row, notice',
  last: 'last',
  lasting: 'for, over, during, lasting, throughout, across',
  silence:
    'no, without, w / o, w / no, with no, silent, silence, quiet, unresponsive, inactive, inactivity, dormant, stale, ' +
    'idle, ghosted, ghosting, unanswered, unopened',
  denials:
    "not, don't, doesn't, didn't, haven't, hasn't, isn't, won't, can't, cannot, dont, doesnt, didnt, hasnt",
  conditions:
    'if, unless, while, provided, assuming, in case, at the latest, at the earliest, at most, at least, tops, max, ' +
    'maximum, minimum, or so, or more, or less, or sooner, only',
  once: 'once, when, as soon as',
  the: 'the',
  fillers:
    'about, around, roughly, another, more, full, whole, additional, further, approx, approximately, least, exactly, ' +
    'just, good, maybe, nearly, almost, some, under, more than, then',
  of: 'of',
  and: 'and',
  choices: 'or',
  ranges: 'to, through, thru',
  on: 'on, starting, starting on, beginning, effective',
  atHour: '',
  weekdays: [
    'monday, mon',
    'tuesday, tue, tues',
    'wednesday, wed, weds, wensday',
    'thursday, thu, thur, thurs',
    'friday, fri',
    'saturday, sat, weekend',
    'sunday, sun',
  ],
  unsureWeekdays: 'mon, sat, sun, wed, weds, fri, thu',
  lookalikes:
    'mouth, mouths, moths, sundry, sundae, sundaes, Sundar, montage, minuet, minuses, quartet, quarrels, Augusta, Augusto, backing, banning, wording, coding, horus, bushiness, busyness, workaday, augment',
  recurring: 'mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays, weekends',
  months: [
    'january, jan',
    'february, feb',
    'march, mar',
    'april, apr',
    'may',
    'june, jun',
    'july, jul',
    'august, aug',
    'september, sept, sep',
    'october, oct',
    'november, nov',
    'december, dec',
  ],
  parts: {
    am: 'am, a . m ., a . m',
    pm: 'pm, p . m ., p . m',
    morning: 'morning, first thing',
    noon: 'noon, midday, lunch, lunchtime',
    afternoon: 'afternoon',
    evening: 'evening',
    night: 'night',
    close: 'eod, cob, eob, end of business, close of business, close of play',
  },
  edges: {
    start: 'start of, beginning of, beginning, early, early in, first part of',
    middle: 'mid, middle of',
    late: 'late, late in',
    end: 'end of, end, close of, ending',
  },
  ahead: {
    this: 'this, current',
    next: 'next, nxt, the following',
    soon: 'coming, upcoming, this coming',
    afterNext: 'after next',
  },
  hourSign: "o'clock, oclock",
  quarterSign: 'q',
  andHalf: 'and a half',
  reviews:
    'check in, checkin, check up, checkup, follow up, followup, review, reminder, nudge, touchpoint, touch base, ping, bump',
  events: {
    demo: 'demo, demos, demonstration, demo call, demo meeting',
    call: 'call, calls, phone call, video call',
    meeting: 'meeting, meetings, meet, met, appointment',
    reply:
      'reply, replies, replied, respond, responds, responded, response, answer, answers, answered, get back, gets back, ' +
      'got back, write back, writes back, wrote back, hear back',
    contract: 'contract, agreement, signing, signature',
  },
  notYet:
    'booked, booking, scheduled, scheduling, schedule, request, requested, requests, requesting, asks, asking, invite, ' +
    'invitation, video, recording, link, account, notes, draft, expires, expiration, expiry, renewal, no show',
  own: 'mar, may, sat, sun, wed, mon, mo, end, late, mid, set, due, met, ping, bump, per',
};

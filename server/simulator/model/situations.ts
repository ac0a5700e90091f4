import type { Lead } from './read-lead.ts';
import type { MessageKey } from './words/messages.ts';

/** A step as the stand-in knows it; "{first}" is the lead's first name. */
export type Drafted = {
  title: string;
  why: string;
  days: number;
  /** What the days count from; the plan's start unless given. */
  anchor?: 'demo';
  channel: 'telegram' | 'email' | 'call';
  message: MessageKey;
};

const step = (
  days: number,
  message: MessageKey,
  channel: Drafted['channel'],
  title: string,
  why: string,
): Drafted => ({
  ...{ days, message, channel, title, why },
});

const useful = (days: number) =>
  step(
    days,
    'useful',
    'telegram',
    'Offer {first} one useful page',
    'A short example shows how you work, and costs {first} nothing.',
  );
const decide = (days: number) =>
  step(
    days,
    'decide',
    'telegram',
    'Learn who decides with {first}',
    'Few people decide alone; better to know the others early than to wait for them.',
  );
const call = (days: number) =>
  step(
    days,
    'call',
    'call',
    'Talk to {first} for fifteen minutes',
    'Two times to choose from are easier to answer than “when does it suit you?”.',
  );
const smaller = (days: number) =>
  step(
    days,
    'smaller',
    'telegram',
    'Offer {first} a smaller start',
    'When it takes two weeks, the step is often too big: make it smaller.',
  );
const close = (days: number) =>
  step(
    days,
    'close',
    'telegram',
    'Ask {first} for a yes, a no or a date',
    'A clear no is worth more to both of you than an open maybe.',
  );

export type Situation = 'proposal' | 'demo' | 'met' | 'inbound' | 'cold';

/** The first that speaks for itself decides; in the five languages the stand-in writes. */
const signs: [Situation, RegExp][] = [
  [
    'proposal',
    /proposal|\bquote\b|\bquotation|\boffer|angebot|предложени|\bкп\b|смет|propuesta|presupuesto|proposta|orçamento/i,
  ],
  [
    'met',
    /\bmet\b|\bfair\b|conference|expo|\bevent\b|messe|kennengelernt|konferenz|выставк|познаком|конференц|feria|conoc[ií]|congreso|feira|conheci|evento/i,
  ],
  ['demo', /\bdemo|демо|demonstra/i],
  [
    'inbound',
    /asked|wants|interest|price|\bcosts?\b|trial|website|request|enquir|inquir|anfrage|möchte|interess|запрос|хочет|интерес|просит|pidió|quiere|solicit|pediu|quer\b/i,
  ],
];

/** How it began, by what the notes say. */
export function situationOf({ notes, source, history }: Lead): Situation {
  const text = [notes, source, ...history].join('\n');
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'cold';
}

export const plans: Record<Situation, { title: string; steps: Drafted[] }> = {
  proposal: {
    title: 'From the proposal to a decision',
    steps: [
      step(
        1,
        'proposal',
        'telegram',
        'Make sure {first} has the proposal',
        'The first questions come on the day after; be there for them.',
      ),
      decide(4),
      call(8),
      smaller(14),
      close(21),
    ],
  },
  demo: {
    title: 'A demo that leads somewhere',
    steps: [
      step(
        0,
        'demo',
        'telegram',
        'Ask {first} what the demo is for',
        'A demo about two decisions of theirs beats a tour of everything.',
      ),
      {
        ...step(
          1,
          'afterDemo',
          'telegram',
          'Hear what {first} took from the demo',
          'On the day after, both the good and the missing are fresh.',
        ),
        anchor: 'demo',
      },
      { ...decide(4), anchor: 'demo' },
      { ...smaller(10), anchor: 'demo' },
      { ...close(20), anchor: 'demo' },
    ],
  },
  met: {
    title: 'After you met',
    steps: [
      step(
        0,
        'met',
        'telegram',
        'Write to {first} while it is fresh',
        'On the day itself {first} still knows your face and what you spoke about.',
      ),
      useful(3),
      call(7),
      smaller(14),
      close(30),
    ],
  },
  inbound: {
    title: 'A good answer to their request',
    steps: [
      step(
        0,
        'inbound',
        'telegram',
        'Answer {first} and ask one question',
        'Who asks is comparing: the first helpful answer sets the tone.',
      ),
      useful(2),
      call(5),
      decide(9),
      smaller(14),
      close(25),
    ],
  },
  cold: {
    title: 'A first conversation',
    steps: [
      step(
        0,
        'cold',
        'telegram',
        'Ask {first} one easy question',
        'It can be answered in a line, and tells you whether you are right here.',
      ),
      useful(4),
      call(10),
      close(21),
    ],
  },
};

/** When a whole plan is behind. */
export const keepingInTouch: Drafted[] = [
  step(
    14,
    'checkIn',
    'telegram',
    'Ask {first} how it is going',
    'A short question without a pitch keeps the door open.',
  ),
  { ...useful(45), title: 'Share something new with {first}' },
  { ...call(90), title: 'Suggest a talk to {first} once more' },
];

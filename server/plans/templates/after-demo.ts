import type { Template } from './template.ts';

/** The first step is for the day on which it is chosen; the others count from the demo, and wait until it has a date. */
export const afterDemo: Template = {
  key: 'after-demo',
  title: 'After the demo',
  fits: 'They have seen a demo, and the next move should not be left to chance.',
  steps: [
    {
      title: 'Send the two points that mattered',
      why: 'The same day their impression is fresh, and your summary is what they will pass on.',
      draft:
        'Hi {firstName}, thank you for your time at the demo. As I understood it, two things count most [[for {company}|for you]]. May I send them to you in writing, so that you can correct me?',
      timing: 'Same day',
      delayDays: 0,
      channel: 'email',
    },
    {
      title: 'Answer what was left open',
      why: 'Two days on, colleagues have asked questions that nobody thought of during the demo.',
      draft:
        'Hi {firstName}, which question came up [[at {company}|in your team]] after the demo? Send it to me as it is, and I will answer in two or three sentences.',
      timing: 'Two days after the demo',
      delayDays: null,
      channel: 'telegram',
    },
    {
      title: 'Agree on the next step by phone',
      why: 'A week later is early enough to keep the pace and late enough to have talked inside.',
      draft:
        'What did your colleagues say about the demo? What would have to be true for a start, who decides about it, and which date suits you for that talk?',
      timing: 'A week after the demo',
      delayDays: null,
      channel: 'call',
    },
    {
      title: 'Offer a trial with one clear aim',
      why: 'Seeing it with their own data convinces more than a second demo.',
      draft:
        'Hi {firstName}, shall we try it on one real case of yours [[at {company}|in your team]], with one aim that you set? After that you know more than any demo can show.',
      timing: 'Two weeks after the demo',
      delayDays: null,
      channel: 'email',
    },
    {
      title: 'Ask for a yes, a no or a later date',
      why: 'After three weeks a clear answer is kinder to both sides than another reminder.',
      draft:
        'Hi {firstName}, where do you stand now that the demo has sunk in: yes, no, or not before a certain month? Each answer helps me, and none will be argued with.',
      timing: 'Three weeks after the demo',
      delayDays: null,
      channel: 'telegram',
    },
  ],
};

import type { Template } from './template.ts';

/** For founders: an investor decides late, and by how the months in between went. */
export const investor: Template = {
  key: 'investor',
  title: 'Investor outreach',
  fits: 'You are raising money and want an investor to follow how you do.',
  steps: [
    {
      title: 'Ask whether you are their kind of company',
      why: 'Stage, field and ticket size rule most talks out; asking first saves both a meeting.',
      draft:
        'Hi {firstName}, we are preparing a round. Before I send anything: which stage and which fields [[does {company} look|do you look]] at now? If we fit, I will send you one page.',
      timing: 'Same day',
      delayDays: 0,
      channel: 'email',
    },
    {
      title: 'Offer the one-pager',
      why: 'One page is read on a phone; a deck waits for an evening that never comes.',
      draft:
        'Hi {firstName}, may I send you our one-pager: the problem, what we have, the numbers so far and what the round is for? It reads in two minutes.',
      timing: 'Day 4',
      delayDays: 4,
      channel: 'email',
    },
    {
      title: 'Send news with a number in it',
      why: 'Investors back lines, not dots: give them a second dot before you ask again.',
      draft:
        'Hi {firstName}, a short update from us, since the direction says more than one meeting. May I send you how our main number has moved since I wrote?',
      timing: 'Two weeks from the start',
      delayDays: 14,
      channel: 'email',
    },
    {
      title: 'Ask for twenty minutes of critique',
      why: 'Asked for advice, people say openly what keeps them from investing.',
      draft:
        'Hi {firstName}, would you give me twenty minutes of critique? I would like to know what you would need to see before [[{company} would look|you would look]] at us seriously.',
      timing: 'Day 21',
      delayDays: 21,
      channel: 'email',
    },
    {
      title: 'Ask whether to keep them posted',
      why: 'A monthly update that was agreed on keeps the door open for the next round.',
      draft:
        'Hi {firstName}, shall I keep you posted with five lines a month, or would you rather not? Both are fine, and it would help me to know.',
      timing: 'Day 45',
      delayDays: 45,
      channel: 'email',
    },
  ],
};

import type { Template } from './template.ts';

export const afterProposal: Template = {
  key: 'after-proposal',
  title: 'After the proposal',
  fits: 'Your proposal or quote is with them, and a decision is due.',
  steps: [
    {
      title: 'Make sure it arrived and is clear',
      why: 'The first questions come on the day after; be there for them.',
      draft:
        'Hi {firstName}, did the proposal reach you in good order? If a line in it is unclear, tell me which one and I will explain it in two sentences.',
      timing: 'Day 1',
      delayDays: 1,
      channel: null,
    },
    {
      title: 'Ask for the first impression',
      why: 'They have had time to read it; a first impression shows what to adjust.',
      draft:
        'Hi {firstName}, what was your first impression of the proposal: what fits, and what would you change? I would rather adjust it now than have you live with a compromise.',
      timing: 'Day 3',
      delayDays: 3,
      channel: 'call',
    },
    {
      title: 'Learn how they decide',
      why: 'After a week it usually lies with somebody else: find out with whom, and what they need.',
      draft:
        'Hi {firstName}, who else [[at {company}|on your side]] will look at the proposal, and what do they need to know? I can add a page for them or join you for fifteen minutes.',
      timing: 'A week from the start',
      delayDays: 7,
      channel: 'email',
    },
    {
      title: 'Offer a smaller start',
      why: 'When a decision takes two weeks, the step is often too big: offer a smaller one.',
      draft:
        'Hi {firstName}, if the whole proposal is a big step, we could begin with a part of it and decide on the rest afterwards. Which part would help you soonest?',
      timing: 'Two weeks from the start',
      delayDays: 14,
      channel: null,
    },
    {
      title: 'Ask for a yes, a no or a date',
      why: 'Three weeks on, a clear no is worth more to both of you than an open maybe.',
      draft:
        'Hi {firstName}, may I ask where you stand with the proposal: yes, no, or not before a certain date? Each of the three is fine, and I will plan accordingly.',
      timing: 'Day 21',
      delayDays: 21,
      channel: null,
    },
  ],
};

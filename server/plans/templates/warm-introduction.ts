import type { Template } from './template.ts';

export const warmIntroduction: Template = {
  key: 'warm-introduction',
  title: 'Warm introduction',
  fits: 'Somebody you both know has introduced or recommended you.',
  steps: [
    {
      title: 'Thank them and say why you write',
      why: 'Someone lent you their good name; a quick first word honours that.',
      draft:
        'Hi {firstName}, I am glad that we were introduced. I would like to hear what you are working on[[ at {company}]] and see whether I can be of use. Does a short call this week or next suit you?',
      timing: 'Right away',
      delayDays: 0,
      channel: null,
    },
    {
      title: 'Make the next step easy',
      why: 'The introduction is still fresh, and a concrete question is easier to answer than an open one.',
      draft:
        'Hi {firstName}, to make it easy: name two times for a twenty-minute call and I will take one of them. If you prefer writing, tell me the one thing you would most like to improve.',
      timing: 'Day 2',
      delayDays: 2,
      channel: null,
    },
    {
      title: 'Thank the person who introduced you',
      why: 'They like to know what became of it, and they often know what would help now.',
      draft:
        'Thank you again for the introduction[[ to {company}]]. I have written and will let you know how it goes. Is there anything I should know before we talk?',
      // To somebody else than the lead: no button may open the lead's chat with it.
      timing: 'Day 5',
      delayDays: 5,
      channel: 'other',
    },
    {
      title: 'Offer something concrete',
      why: 'More than a week has passed; give them something to say yes or no to.',
      draft:
        'Hi {firstName}, instead of a call I could send half a page on what I would look at first [[at {company}|in your place]]. If it is useful, we talk; if not, you have lost two minutes. Shall I?',
      timing: 'Day 10',
      delayDays: 10,
      channel: 'email',
    },
    {
      title: 'Close the loop',
      why: 'Three weeks on, a graceful end keeps both the contact and the one who introduced you.',
      draft:
        'Hi {firstName}, I will leave it here for now, so that an introduction does not turn into homework. If you would like to talk later, a line from you is enough. All the best until then.',
      timing: 'Three weeks from the start',
      delayDays: 21,
      channel: null,
    },
  ],
};

import type { Template } from './template.ts';

/** For somebody who was a customer: nothing to introduce, much to ask. */
export const winBack: Template = {
  key: 'win-back',
  title: 'Win back a quiet customer',
  fits: 'They bought from you before and have gone quiet, or left.',
  steps: [
    {
      title: 'Ask how they are getting on',
      why: 'Whoever asks before selling hears what really happened.',
      draft:
        'Hi {firstName}, it has been a while since we worked together. How are things going [[at {company}|on your side]], and what has changed for you since then?',
      timing: 'Day 1',
      delayDays: 1,
      channel: null,
    },
    {
      title: 'Ask what was missing',
      why: 'The reason why they stopped is the only thing that can bring them back.',
      draft:
        'Hi {firstName}, may I ask you something openly: what was missing with us, or what do you solve in another way today? I will not defend anything, I would like to learn.',
      timing: 'Day 5',
      delayDays: 5,
      channel: 'call',
    },
    {
      title: 'Offer to show what is new',
      why: 'They know the old version; what they missed may be there by now.',
      draft:
        'Hi {firstName}, some things are different here since you last looked. Shall I show you only those that matter [[for {company}|for you]]? Ten minutes, no slides.',
      timing: 'Day 12',
      delayDays: 12,
      channel: null,
    },
    {
      title: 'Make coming back small',
      why: 'A small start costs them little and answers the doubt better than an argument.',
      draft:
        'Hi {firstName}, if you would like to try again: we can begin with one small piece and look at it together after a month. What would be a fair test for you?',
      timing: 'Day 21',
      delayDays: 21,
      channel: 'email',
    },
    {
      title: 'Thank them and leave the door open',
      why: 'A thank-you without a question is how a good customer remembers you.',
      draft:
        'Hi {firstName}, thank you for the time we worked together. I will not press you further. If we can be of use again[[ at {company}]], write to me and I will see to it myself.',
      timing: 'Day 45',
      delayDays: 45,
      channel: null,
    },
  ],
};

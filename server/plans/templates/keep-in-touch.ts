import type { Template } from './template.ts';

/** For a lead whose plan is behind: no pitch, a reason to write now and then. */
export const keepInTouch: Template = {
  key: 'keep-in-touch',
  title: 'Keep in touch',
  fits: 'Nothing is to be decided now, and you want to stay in good memory.',
  steps: [
    {
      title: 'Send something worth their time',
      why: 'The plan is behind you; a gift without a question keeps the door open.',
      draft:
        'Hi {firstName}, I came across something that made me think of our talk, and of how you work[[ at {company}]]. Shall I send you the short version?',
      timing: 'A week from the start',
      delayDays: 7,
      channel: null,
    },
    {
      title: 'Ask how it went',
      why: 'A month on, their situation has moved; one honest question shows you remember.',
      draft:
        'Hi {firstName}, how did things go [[at {company}|with your plans]] since we last wrote? One line is enough, I am curious.',
      timing: 'Day 30',
      delayDays: 30,
      channel: null,
    },
    {
      title: 'Share what has changed on your side',
      why: 'News is a reason to write that asks for nothing.',
      draft:
        'Hi {firstName}, a few things have changed on our side since we last wrote. Would two sentences about them be useful to you[[ at {company}]]?',
      timing: 'Day 60',
      delayDays: 60,
      channel: 'email',
    },
    {
      title: 'Offer a short call',
      why: 'A quarter later the moment may be right.',
      draft:
        'Hi {firstName}, a quarter has passed. Shall we take fifteen minutes to see whether it makes sense to talk again? Name a day that suits you.',
      timing: 'Day 90',
      delayDays: 90,
      channel: null,
    },
  ],
};

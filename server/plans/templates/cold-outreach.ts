import type { Template } from './template.ts';

export const coldOutreach: Template = {
  key: 'cold-outreach',
  title: 'Cold outreach',
  fits: 'They do not know you yet, and nobody has introduced you.',
  steps: [
    {
      title: 'Introduce yourself with one question',
      why: 'They do not know you yet: one honest question is easier to answer than a pitch.',
      draft:
        'Hi {firstName}, we have not met. I am trying to understand [[how {company} handles|how your team handles]] a problem I help others with. Are you the right person for one short question?',
      timing: 'Day 1',
      delayDays: 1,
      channel: 'linkedin',
    },
    {
      title: 'Say in two lines what you do',
      why: 'First messages get lost; a second, shorter one is often the one that is read.',
      draft:
        'Hi {firstName}, a second try, and shorter: I think I can save you some work, and I would like to find out whether I am right. Would ten minutes be all right?',
      timing: 'Day 4',
      delayDays: 4,
      channel: 'email',
    },
    {
      title: 'Ask for the right person',
      why: 'Perhaps it is not their topic, and pointing to a colleague costs them nothing.',
      draft:
        'Hi {firstName}, maybe this is not your topic at all. Who looks after it [[at {company}|in your team]]? I will write to them and leave you in peace.',
      timing: 'Day 9',
      delayDays: 9,
      channel: 'email',
    },
    {
      title: 'Say goodbye for now',
      why: 'After three unanswered messages, stopping politely is the best impression you can leave.',
      draft:
        'Hi {firstName}, no answer is an answer too, so this is my last message for now. Should the topic ever land on your desk, you know where to find me.',
      timing: 'Two weeks from the start',
      delayDays: 14,
      channel: 'email',
    },
  ],
};

import type { Template } from './template.ts';

export const inboundRequest: Template = {
  key: 'inbound-request',
  title: 'Inbound request',
  fits: 'They wrote to you first: through your site, in a chat or by mail.',
  steps: [
    {
      title: 'Answer and ask what matters most',
      why: 'They wrote first; an answer counts most while the question is still on their mind.',
      draft:
        'Hi {firstName}, thank you for writing to us. To give you a useful answer: what would you like to solve first[[ at {company}]], and by when?',
      timing: 'Right away',
      delayDays: 0,
      channel: null,
    },
    {
      title: 'Offer a short call',
      why: 'A day is enough to read your answer; a call is the quickest way to learn the rest.',
      draft:
        'Hi {firstName}, would twenty minutes on the phone be easier than writing? Name two times that suit you and I will take one of them. I will bring questions, not slides.',
      timing: 'Day 1',
      delayDays: 1,
      channel: null,
    },
    {
      title: 'Offer an outline for their case',
      why: 'They are probably comparing options now; something concrete helps them to decide.',
      draft:
        'Hi {firstName}, I can write down on one page how this could work [[for {company}|for you]]: first step, effort, cost. Shall I? Two sentences about where you stand today are all I need.',
      timing: 'Day 4',
      delayDays: 4,
      channel: 'email',
    },
    {
      title: 'Ask what is in the way',
      why: 'A week of silence usually has a reason, and most people will tell you when asked.',
      draft:
        'Hi {firstName}, has something changed since you wrote to us? If it is timing, budget or simply a full week, one line is enough and I will adapt to it.',
      timing: 'A week from the start',
      delayDays: 7,
      channel: null,
    },
    {
      title: 'Close the request kindly',
      why: 'Two weeks on, an easy way out often brings the honest answer.',
      draft:
        'Hi {firstName}, I do not want to fill your inbox, so I will close your request for now. If it becomes current again, just answer here and we go on from where we stopped.',
      timing: 'Two weeks from the start',
      delayDays: 14,
      channel: null,
    },
  ],
};

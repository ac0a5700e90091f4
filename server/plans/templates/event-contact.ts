import type { Template } from './template.ts';

export const eventContact: Template = {
  key: 'event-contact',
  title: 'Event contact',
  fits: 'You met at a fair, a conference or a meetup and want to continue the talk.',
  steps: [
    {
      title: 'Say hello and pick up the thread',
      why: 'They met dozens of people; today they still remember you.',
      draft:
        'Hi {firstName}, it was good to meet you at the event. I would like to continue where we stopped. What would help you most[[ at {company}]]: a short demo, or a few answers in writing?',
      timing: 'Same day',
      delayDays: 0,
      channel: 'telegram',
    },
    {
      title: 'Propose a time for a call',
      why: 'They are back at their desk and planning the days ahead.',
      draft:
        'Hi {firstName}, now that the event is behind us: shall we talk for twenty minutes? Name two times that suit you and I will take one of them.',
      timing: 'Day 3',
      delayDays: 3,
      channel: 'telegram',
    },
    {
      title: 'Send one useful thought',
      why: 'A week after the event, something useful keeps the talk alive better than a question.',
      draft:
        'Hi {firstName}, I have been thinking about our talk at the event. I could sketch how I would start [[at {company}|in your place]], half a page, no obligation. Would you read it?',
      timing: 'A week from the start',
      delayDays: 7,
      channel: 'email',
    },
    {
      title: 'Ask who else should be part of it',
      why: 'At an event one rarely meets everyone who decides.',
      draft:
        'Hi {firstName}, is this a topic you look after yourself, or should I talk to a colleague [[at {company}|of yours]]? A name is enough, and I will mention that we met.',
      timing: 'Two weeks from the start',
      delayDays: 14,
      channel: 'telegram',
    },
    {
      title: 'Leave the door open',
      why: 'A month on, a friendly close keeps you in good memory for the next event.',
      draft:
        'Hi {firstName}, it seems the moment is not right, and that is fine. I enjoyed meeting you. When the topic comes up[[ at {company}]], write to me here, any time.',
      timing: 'Day 30',
      delayDays: 30,
      channel: 'telegram',
    },
  ],
};

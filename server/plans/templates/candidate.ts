import type { Template } from './template.ts';

/** For those who hire: a person who has a job is asked, not applied to. */
export const candidate: Template = {
  key: 'candidate',
  title: 'Candidate outreach',
  fits: 'You would like to win somebody for a role who has not applied.',
  steps: [
    {
      title: 'Say why you thought of them',
      why: 'Good people get many form letters; one honest question stands out.',
      draft:
        'Hi {firstName}, I am looking for somebody for a role, and your work[[ at {company}]] made me think of you. Are you open to hearing about it in three sentences? A no is fine, too.',
      timing: 'Same day',
      delayDays: 0,
      channel: 'linkedin',
    },
    {
      title: 'Offer the facts up front',
      why: 'Task, team and pay are what decides whether a second message is read.',
      draft:
        'Hi {firstName}, before you spend time on it: shall I send you the task, the team, the pay range and where the work is done? Four lines, and then you can judge.',
      timing: 'Day 3',
      delayDays: 3,
      channel: 'linkedin',
    },
    {
      title: 'Ask what would have to be different',
      why: 'Even those who stay where they are like to say what they miss.',
      draft:
        'Hi {firstName}, what would a role need to offer so that you would think about a change[[ from {company}]]? I ask out of real interest, whatever comes of it.',
      timing: 'A week from the start',
      delayDays: 7,
      channel: 'linkedin',
    },
    {
      title: 'Ask whom they would recommend',
      why: 'People who do the work well know others who do; asking honours that.',
      draft:
        'Hi {firstName}, if the timing is wrong for you: is there somebody you have enjoyed working with and would recommend? I will be discreet with both names.',
      timing: 'Two weeks from the start',
      delayDays: 14,
      channel: 'linkedin',
    },
    {
      title: 'Write again when a quarter has passed',
      why: 'Jobs change over a quarter, and who wrote kindly before is remembered.',
      draft:
        'Hi {firstName}, a quarter has passed since I wrote to you about a role. Has anything changed for you? If you would like to talk, one word is enough.',
      timing: 'Day 90',
      delayDays: 90,
      channel: 'linkedin',
    },
  ],
};

import type { Messages } from './messages.ts';

const at = (company: string) => (company ? ` at ${company}` : '');
const line = (offer: string) => (offer ? ` In one line, what we do: ${offer}.` : '');

export const en: Messages = {
  greet: {
    warm: (first) => (first ? `Hi ${first},` : 'Hi there,'),
    formal: (first) => (first ? `Dear ${first},` : 'Good day,'),
  },
  met: ({ hello, company, offer }) => [
    `${hello} it was good to meet you. I kept thinking about what you said; what is the one thing you would like to be easier${at(company)} by the end of this quarter?`,
    line(offer),
  ],
  inbound: ({ hello, company, offer }) => [
    `${hello} thank you for getting in touch. So that I send you what fits and nothing else: what made you look into this${at(company)} just now?`,
    line(offer),
  ],
  cold: ({ hello, company, offer }) => [
    `${hello} a short question from somebody who works with teams like yours: who looks after this topic${at(company)}, you or a colleague?`,
    line(offer),
  ],
  proposal: ({ hello }) => [
    `${hello} did the proposal reach you in good order?`,
    ' If a line in it is unclear, tell me which one and I will explain it in two sentences.',
  ],
  demo: ({ hello, company }) => [
    `${hello} I am preparing the demo and want it to be about your work. Which two things should you be able to decide afterwards?`,
    company ? ` If somebody else at ${company} should see it too, just forward them the invitation.` : '',
  ],
  afterDemo: ({ hello }) => [
    `${hello} thank you for the time yesterday. What stayed with you most, and what is still missing for you?`,
    ' I will gladly answer each open point in writing.',
  ],
  useful: ({ hello, company }) => [
    `${hello} a customer of ours had a question much like yours and solved it in three small steps.`,
    ` I wrote them down on one page; shall I send it over for you and your team${at(company)}?`,
  ],
  decide: ({ hello, company }) => [
    `${hello} who else${at(company)} will have a look at it, and what do they need to know?`,
    ' I can add a page for them or join you for fifteen minutes.',
  ],
  call: ({ hello }) => [
    `${hello} shall we talk for fifteen minutes? Tuesday at 10 or Thursday at 15 would suit me; tell me what suits you.`,
    ' Afterwards you will know whether it is worth going on, and so will I.',
  ],
  smaller: ({ hello, company }) => [
    `${hello} if the whole thing is a big step right now, we could begin with one part of it and look at the result after two weeks.`,
    ` Which part would help you soonest${at(company)}?`,
  ],
  close: ({ hello }) => [
    `${hello} may I ask where you stand: yes, no, or not before a certain date?`,
    ' Each of the three is fine, and I will plan accordingly.',
  ],
  checkIn: ({ hello, company }) => [
    `${hello} how have things been going${at(company)} since we last spoke?`,
    ' No need for a long answer: one line tells me whether I can be of use.',
  ],
  nowIsTheTime: ({ hello, when }) => [
    `${hello} you said that ${when} would be the right time, so here I am. Shall we look at the next step together this week?`,
    ' I have everything ready, so it will not take long.',
  ],
  before: ({ hello, when }) => [
    `${hello} a short question before ${when}: do you need anything from me for your planning, such as figures or a page for your colleagues?`,
    '',
  ],
  thanks: ({ hello }) => [
    `${hello} thank you for letting me know, that helps me a lot.`,
    ' What would be the most useful next step for you?',
  ],
  farewell: ({ hello }) => [
    `${hello} thank you for the clear answer, I appreciate it.`,
    ' If things change, you are always welcome to write to me.',
  ],
  warmth: 'I hope your week has started well.',
  caseStudy: 'We have a short case study of a team like yours; shall I send it to you?',
  mention: (what) => `One more thing: ${what}.`,
};

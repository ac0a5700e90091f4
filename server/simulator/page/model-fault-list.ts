import type { ActiveModelFault, ModelFaultRequest } from '../model/faults.ts';

/** A way in which the language model's stand-in can fail, in words for people who never read an error table. */
export type ModelFaultChoice = {
  kind: ModelFaultRequest['kind'];
  title: string;
  happens: string;
  promise: string;
  /** For the banner: "Fault on: …". */
  short: string;
  seconds?: number;
};

const repaired = 'It is sent back once with what is wrong; then a template stands in.';

export const modelFaultChoices: readonly ModelFaultChoice[] = [
  {
    kind: 'slow',
    title: 'Takes its time',
    happens: 'The answer comes, but late.',
    promise: 'The chat says how far it is. Slower than a minute counts as no answer.',
    short: 'the model is slow',
    seconds: 8,
  },
  {
    kind: '429',
    title: 'Over its limit (429)',
    happens: 'The provider takes no more and says how long to wait.',
    promise: 'It is left alone that long.',
    short: 'the model is over its limit',
    seconds: 20,
  },
  {
    kind: '500',
    title: 'Provider fails (500)',
    happens: 'The provider answers with an error.',
    promise: 'It is tried again; then a template stands in, and says so.',
    short: 'the model fails',
  },
  {
    kind: 'dropped',
    title: 'Connection dropped',
    happens: 'The line breaks in place of an answer.',
    promise: 'It is tried again; then a template stands in, and says so.',
    short: 'the model’s line breaks',
  },
  {
    kind: '401',
    title: 'Key refused (401)',
    happens: 'The provider does not know us any more.',
    promise: 'A template stands in at once, and the log tells the operator.',
    short: 'the model’s key is refused',
  },
  {
    kind: 'truncated',
    title: 'Answer breaks off',
    happens: 'Half of the JSON is missing.',
    promise: repaired,
    short: 'the model’s answers break off',
  },
  {
    kind: 'prose',
    title: 'Talks around the answer',
    happens: 'Kind words before and after the JSON.',
    promise: 'They do not matter.',
    short: 'the model talks around its answers',
  },
  {
    kind: 'wrong-types',
    title: 'Wrong types',
    happens: 'Numbers where texts should be, texts where numbers should be.',
    promise: repaired,
    short: 'the model mixes up types',
  },
  {
    kind: 'huge-days',
    title: 'Impossible days',
    happens: 'A step comes in 10,000 days.',
    promise: repaired,
    short: 'the model says impossible days',
  },
  {
    kind: 'links',
    title: 'Invented links',
    happens: 'Drafts hold a link that nobody gave.',
    promise: repaired,
    short: 'the model invents links',
  },
  {
    kind: 'refusal',
    title: 'Will not write',
    happens: 'The model refuses.',
    promise: 'A template stands in, and says so.',
    short: 'the model refuses',
  },
];

/** Whether this choice is the fault that is on. */
export const isModelFaultOn = (choice: ModelFaultChoice, fault: ActiveModelFault | null): boolean =>
  fault?.kind === choice.kind;

/** What is on and for how long: "the model is slow, for the next call". Knows faults set by a tool, too. */
export function describeModelFault(fault: ActiveModelFault): string {
  const chosen = modelFaultChoices.find((choice) => isModelFaultOn(choice, fault));
  const name = chosen?.short ?? `the model plays “${fault.kind}”`;
  if (fault.count === 'until-off') return `${name}, until switched off`;
  return `${name}, for the next ${fault.count === 1 ? 'call' : `${fault.count} calls`}`;
}

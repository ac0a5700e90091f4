import { z } from 'zod';
import { timingMeaning } from '../../plans/templates/timing-meaning.ts';
import { anchorOf } from '../../plans/timing.ts';
import { leadSchema, type Pen, penFor, playbookSchema } from './read-lead.ts';
import { type Drafted, keepingInTouch, plans, situationOf } from './situations.ts';
import { languageOf } from './words/index.ts';
import type { MessageKey } from './words/messages.ts';

const template = z.object({
  title: z.string(),
  steps: z.array(
    z.object({
      ...{ title: z.string(), why: z.string(), draft: z.string(), timing: z.string() },
      delayDays: z.number().nullish(),
    }),
  ),
});
type Template = z.infer<typeof template>;

const planData = z.object({
  lead: leadSchema,
  done: z.array(z.string()).catch([]),
  playbook: playbookSchema,
  template: template.nullable().catch(null),
});

/** A plan for the lead in `data`, from who they are, how it began, what is done and what the person sells. */
export function writePlan(data: unknown) {
  const { lead, done, playbook, template } = planData.parse(data);
  const pen = penFor(lead, playbook);
  if (template && template.steps.length >= 3) return followTemplate(template, pen);
  const situation = situationOf(lead);
  const ahead = plans[situation].steps.filter((step) => !done.includes(titleOf(step, pen)));
  const goesOn = ahead.length < plans[situation].steps.length;
  const steps = ahead.length >= 3 ? ahead : keepingInTouch;
  // What is behind took its days with it: the next step comes soon.
  const passed = goesOn && steps === ahead ? Math.max(0, (steps[0]?.days ?? 0) - 2) : 0;
  return {
    title: `${plans[situation].title}${pen.company ? `: ${pen.company}` : ''}`.slice(0, 80),
    steps: steps.map((step) => writeStep(step, passed, pen)),
  };
}

/** The steps of the template the person chose; its drafts where they are in the lead's language. */
function followTemplate({ title, steps }: Template, pen: Pen) {
  const middle: MessageKey[] = ['useful', 'decide', 'call', 'smaller'];
  let passed = 0;
  let isAfterEvent = false;
  return {
    title: title.slice(0, 80),
    steps: steps.slice(0, 8).map((step, index) => {
      const key = index === steps.length - 1 ? 'close' : (middle[index % middle.length] ?? 'useful');
      const said = timingMeaning(step.timing)?.days ?? 4;
      const anchor = anchorOf(step.timing);
      const days: number = step.delayDays ?? (anchor === 'previous' && !isAfterEvent ? passed + said : said);
      if (anchor !== 'previous') isAfterEvent = anchor !== 'start';
      if (!isAfterEvent) passed = days;
      return {
        ...{ title: step.title, why: step.why, delay_days: days, timing: step.timing || timingOf(days) },
        ...{ anchor, channel: 'telegram' as const },
        draft: languageOf('', step.draft) === pen.language ? step.draft : pen.write(key),
      };
    }),
  };
}

const titleOf = ({ title }: Drafted, { first }: Pen) => title.replaceAll('{first}', first || 'them');

function writeStep(step: Drafted, passed: number, pen: Pen) {
  const days = step.anchor ? step.days : Math.max(0, step.days - passed);
  return {
    title: titleOf(step, pen),
    why: step.why.replaceAll('{first}', pen.first || 'they'),
    delay_days: days,
    timing: step.anchor ? `${inWords(days)} after the ${step.anchor}` : timingOf(days),
    anchor: step.anchor ?? ('start' as const),
    channel: step.channel,
    draft: pen.write(step.message),
  };
}

const inWords = (days: number) => (days === 1 ? '1 day' : days === 7 ? 'one week' : `${days} days`);

export function timingOf(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === 14 ? 'in two weeks' : `in ${inWords(days)}`;
}

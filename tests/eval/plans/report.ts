import type { DraftReport } from '../../../server/plans/draft.ts';

/** What became of one lead. */
export type Evaluated = {
  about: string;
  outcome: 'at once' | 'repaired' | 'fell back';
  /** Why it fell back; '' otherwise. */
  because: string;
  steps: number;
  timings: DraftReport['timings'];
  calls: number;
  tokens: { in: number; out: number };
  seconds: number;
};

const columns = [
  'lead',
  'outcome',
  'steps',
  'understood',
  'days only',
  'contradicting',
  'calls',
  'tokens in',
  'tokens out',
  'seconds',
];

/** The table of docs/eval-plans.md: a line a lead, and what all of them come to. */
export function toReport(all: Evaluated[]): string {
  const lines = all.map((one) =>
    row(one.about, one.because ? `${one.outcome} (${one.because})` : one.outcome, one),
  );
  const total = {
    steps: sum(all, (one) => one.steps),
    timings: {
      understood: sum(all, (one) => one.timings.understood),
      daysOnly: sum(all, (one) => one.timings.daysOnly),
      contradicting: sum(all, (one) => one.timings.contradicting),
    },
    calls: sum(all, (one) => one.calls),
    tokens: { in: sum(all, (one) => one.tokens.in), out: sum(all, (one) => one.tokens.out) },
    seconds: sum(all, (one) => one.seconds),
  };
  return [
    toLine(columns),
    toLine(columns.map(() => '---')),
    ...lines,
    row('total', '', total),
    '',
    ...shares(all, total),
  ].join('\n');
}

type Figures = Pick<Evaluated, 'steps' | 'timings' | 'calls' | 'tokens' | 'seconds'>;

function row(about: string, outcome: string, { steps, timings, calls, tokens, seconds }: Figures): string {
  const { understood, daysOnly, contradicting } = timings;
  return toLine([
    about,
    outcome,
    steps,
    understood,
    daysOnly,
    contradicting,
    calls,
    tokens.in,
    tokens.out,
    seconds.toFixed(1),
  ]);
}

function shares(all: Evaluated[], { timings, tokens, seconds }: Figures): string[] {
  const outcome = (of: Evaluated['outcome']) =>
    share(all.filter((one) => one.outcome === of).length, all.length);
  const written = timings.understood + timings.daysOnly + timings.contradicting;
  const perLead = (figure: number) => figure / Math.max(1, all.length);
  return [
    `plans: ${outcome('at once')} validated at once, ${outcome('repaired')} after repair, ${outcome('fell back')} fell back to a template`,
    `timings of ${written} written steps: ${share(timings.understood, written)} understood, ${share(timings.daysOnly, written)} by days only, ${share(timings.contradicting, written)} contradicting`,
    `a lead: ${Math.round(perLead(tokens.in))} tokens in, ${Math.round(perLead(tokens.out))} tokens out, ${perLead(seconds).toFixed(1)} seconds`,
  ];
}

const share = (part: number, whole: number) => `${part} (${whole ? Math.round((100 * part) / whole) : 0} %)`;
const sum = (all: Evaluated[], figure: (one: Evaluated) => number) =>
  all.reduce((before, one) => before + figure(one), 0);
const toLine = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;

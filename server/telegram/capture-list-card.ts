import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { CapturedPersonView, CaptureView } from '../views/capture-view.ts';
import { captureButton } from './callback-data.ts';
import { named } from './captured-person.ts';
import type { Card } from './card.ts';
import { leadLine } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/** As many as a person reads in a chat; the app shows all. */
const maxLines = 10;
const maxProblem = 120;
const maxMapping = 400;

/** Many people on one confirm card: who they are, how many are new, and which rows of a file could not be read. */
export function captureListCard(view: CaptureView): Card {
  const { people, mapping, counts, spoilt } = view;
  const { fresh, known, stuck, saved, merged, leftOut: left } = counts;
  const decided = saved + merged + left > 0 ? say('capture.settled', { saved, merged, left }) : null;
  const heading = join(
    [
      say('capture.many', { count: people.length }),
      mapping ? say('capture.source', { source: cut(mapping, maxMapping) }) : null,
      say('capture.counts', { fresh: String(fresh), known, stuck, spoilt: spoilt.length }),
      decided,
    ],
    '\n',
  );
  const hint =
    fresh === 0 && stuck === 0
      ? say('capture.allHere')
      : view.mayPlan
        ? null
        : say('capture.noPlans', { count: String(view.maxPlans) });
  const text = join([heading, lines(people.map(line)), spoiltLines(spoilt), hint], '\n\n');
  return { text, keyboard: buttons(view) };
}

/** The first of them, and how many more there are; null when there are none. */
function lines(all: FormattedString[]): FormattedString | null {
  const more = all.length - maxLines;
  const shown = all.slice(0, maxLines);
  return all.length === 0
    ? null
    : join([...shown, more > 0 ? say('capture.more', { count: String(more) }) : null], '\n');
}

function line(person: CapturedPersonView): FormattedString {
  const place = String(person.place + 1);
  const who = person.name ? leadLine(named(person)) : say('capture.unnamed');
  if (person.state === 'saved') return say('capture.lineSaved', { place, who });
  if (person.state === 'merged') return say('capture.lineMerged', { place, who });
  if (person.state === 'left-out') return say('capture.lineLeft', { place, who: who.text });
  if (person.duplicate) return say('capture.lineHere', { place, who });
  const problem = person.problem && cut(person.problem, maxProblem);
  return problem ? say('capture.lineStuck', { place, who, problem }) : say('capture.line', { place, who });
}

/** The rows of a file that are nobody, the first of them; null when there are none. */
export const spoiltLines = (spoilt: CaptureView['spoilt']): FormattedString | null =>
  lines(
    spoilt.map(({ line, problem }) =>
      say('capture.spoilt', { line: String(line), problem: cut(problem, maxProblem) }),
    ),
  );

function buttons({ id, counts, mayPlan }: CaptureView): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  const { fresh, saved, merged } = counts;
  const count = String(fresh);
  if (fresh > 0 && mayPlan)
    keyboard.text(sayPlain('button.savePlans', { count }), captureButton('cap-plans', id));
  if (fresh > 0) keyboard.text(sayPlain('button.saveAll', { count }), captureButton('cap-all', id)).row();
  keyboard.text(sayPlain('button.oneByOne'), captureButton('cap-each', id));
  const stop = saved + merged > 0 ? 'button.leaveRest' : 'button.cancelCapture';
  return keyboard.text(sayPlain(stop), captureButton('cap-cancel', id));
}

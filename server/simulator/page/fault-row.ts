import { el } from './dom.ts';
import type { FaultChoice } from './fault-list.ts';

export type FaultRow = {
  element: HTMLElement;
  draw(isOn: boolean, seconds?: number): void;
  /** What is in the field, within its bounds. */
  seconds(): number;
};

type RowWords = Pick<FaultChoice, 'title' | 'happens' | 'promise' | 'seconds'>;

const LONGEST_SECONDS = 600;
let rows = 0;

/** One fault with its switch. `change` hears of the switch, and of new seconds while the switch is on. */
export function faultRow(words: RowWords, change: (isOn: boolean) => void): FaultRow {
  const id = `fault-${++rows}`;
  const box = el('input', {
    ...{ type: 'checkbox', role: 'switch', id, 'aria-describedby': `${id}-words` },
    onchange: () => change(box.checked),
  });
  const field = el('input', {
    ...{ type: 'number', min: 1, max: LONGEST_SECONDS, value: words.seconds },
    'aria-label': `${words.title}: seconds`,
    onchange: () => {
      field.value = String(seconds());
      if (box.checked) change(true);
    },
  });
  const seconds = () => Math.min(Math.max(Math.round(field.valueAsNumber) || 1, 1), LONGEST_SECONDS);
  const line = el(
    'div',
    { class: 'fault-line' },
    el('label', { for: id }, words.title),
    words.seconds !== undefined && el('label', { class: 'fault-seconds' }, field, ' s'),
    box,
  );
  const text = el(
    'div',
    { id: `${id}-words` },
    el('p', {}, words.happens),
    el('p', { class: 'fault-promise' }, words.promise),
  );
  return {
    element: el('li', { class: 'fault' }, line, text),
    seconds,
    draw(isOn, shown) {
      box.checked = isOn;
      // Not under the hands of somebody who is typing.
      if (isOn && shown !== undefined && document.activeElement !== field) field.value = String(shown);
    },
  };
}

import type { FaultRequest } from '../faults.ts';
import type { ModelFaultRequest } from '../model/faults.ts';
import type { ChatView } from '../view.ts';
import { el, icon } from './dom.ts';
import { faultLength } from './fault-length.ts';
import { type FaultChoice, faultChoices, isOn } from './fault-list.ts';
import { type FaultRow, faultRow } from './fault-row.ts';
import { isModelFaultOn, type ModelFaultChoice, modelFaultChoices } from './model-fault-list.ts';
import { popover } from './popover.ts';

export type FaultActions = {
  /** Switches this fault on in place of any other; resolves to whether that worked, as the others do. */
  play(fault: FaultRequest): Promise<boolean>;
  /** The same for the language model. */
  playModel(fault: ModelFaultRequest): Promise<boolean>;
  setBlocked(blocked: boolean): Promise<boolean>;
  /** Switches everything off, whoever has blocked the bot. */
  allOff(): Promise<boolean>;
};

export type FaultPanel = { element: HTMLElement; draw(view: ChatView): void };

/** The "Faults" button and what it opens: what can go wrong at Telegram's end and the model's, each with a switch. */
export function faultPanel(actions: FaultActions): FaultPanel {
  let view: ChatView | null = null;
  const rows = faultChoices.map((choice) => ({
    choice,
    row: faultRow(choice, (on) => play(on ? choice : null)),
  }));
  const modelRows = modelFaultChoices.map((choice) => ({
    choice,
    row: faultRow(choice, (on) => playModel(on ? choice : null)),
  }));
  const person = el('span', {});
  const block = faultRow(
    {
      title: 'The bot is blocked',
      happens: 'Telegram refuses every message to this person (403).',
      promise: 'Reminders are held, the Mini App says so, and none is lost.',
    },
    (blocked) => act(actions.setBlocked(blocked)),
  );
  const allOff = () => void act(actions.allOff());
  const off = el('button', { type: 'button', class: 'fault-off', onclick: allOff }, 'Switch all off');
  const length = faultLength(() => {
    const chosen = rows.find(({ choice }) => isOn(choice, view?.fault ?? null));
    if (chosen) play(chosen.choice);
    const model = modelRows.find(({ choice }) => isModelFaultOn(choice, view?.modelFault ?? null));
    if (model) playModel(model.choice);
  });
  const { element, button } = popover(
    { label: 'Faults', class: 'faults' },
    [icon('bolt'), el('span', {}, 'Faults')],
    [
      el('p', { class: 'fault-intro' }, 'Let Telegram fail, one way at a time, and watch the reminders.'),
      length.element,
      el('ul', { 'aria-label': 'One at a time' }, ...rows.map(({ row }) => row.element)),
      el('h2', {}, 'The language model'),
      el(
        'ul',
        { 'aria-label': 'Of the language model, one at a time' },
        ...modelRows.map(({ row }) => row.element),
      ),
      el('h2', {}, 'Only for ', person),
      el('ul', {}, block.element),
      off,
    ],
  );

  function play(choice: FaultChoice | null) {
    const row = rows.find((one) => one.choice === choice)?.row;
    void act(actions.play(choice && row ? requestFor(choice, row, length.isOnce()) : { kind: 'none' }));
  }
  function playModel(choice: ModelFaultChoice | null) {
    const row = modelRows.find((one) => one.choice === choice)?.row;
    const count = length.isOnce() ? 1 : ('until-off' as const);
    const seconds = choice?.seconds === undefined ? {} : { seconds: row?.seconds() };
    void act(
      actions.playModel(choice ? { kind: choice.kind, count, replace: true, ...seconds } : { kind: 'none' }),
    );
  }
  /** A switch shows what was asked for at once; when that failed it goes back. */
  async function act(asked: Promise<boolean>) {
    if (!(await asked)) draw(view);
  }
  function draw(next: ChatView | null) {
    view = next;
    if (!next) return;
    const { fault, modelFault, blocked, user } = next;
    for (const { choice, row } of rows) row.draw(isOn(choice, fault), fault?.retryAfter);
    for (const { choice, row } of modelRows)
      row.draw(isModelFaultOn(choice, modelFault), modelFault?.seconds);
    const shown = fault ?? modelFault;
    if (shown) length.draw(shown.count !== 'until-off');
    block.draw(blocked);
    person.textContent = user.first_name;
    const isAnyOn = fault !== null || modelFault !== null || blocked;
    button.classList.toggle('on', isAnyOn);
    button.setAttribute('aria-label', isAnyOn ? 'Faults, one is on' : 'Faults');
  }
  return { element, draw };
}

/** Once: the next message only, so that one can watch the one reminder it hits. */
function requestFor(choice: FaultChoice, row: FaultRow, isOnce: boolean): FaultRequest {
  const { kind, accepted } = choice;
  const length = isOnce ? { method: 'sendMessage', count: 1 } : { count: 'until-off' as const };
  return {
    ...{ kind, accepted, replace: true, ...length },
    ...(choice.seconds === undefined ? {} : { retryAfter: row.seconds() }),
  };
}

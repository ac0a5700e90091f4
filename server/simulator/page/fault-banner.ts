import type { ChatView } from '../view.ts';
import { el, icon } from './dom.ts';
import { describeFault } from './fault-list.ts';
import { describeModelFault } from './model-fault-list.ts';

export type FaultBanner = { element: HTMLElement; draw(view: ChatView): void };

/** The line under the control bar that says which fault is on, so that nobody wonders why the bot is odd. */
export function faultBanner(switchOff: () => void): FaultBanner {
  // Always there, since screen readers read out only what changes in a region they know. The count is not read out.
  const words = el('span', { role: 'status' });
  const count = el('span', {});
  const off = el('button', { type: 'button', onclick: switchOff }, 'Switch off');
  const element = el('div', { class: 'fault-banner' }, icon('bolt'), words, count, off);
  return {
    element,
    draw({ fault, modelFault }) {
      element.classList.toggle('on', fault !== null || modelFault !== null);
      const names = [fault && describeFault(fault), modelFault && describeModelFault(modelFault)];
      const on = names.filter(Boolean).join('; ');
      const text = on ? `Fault on: ${on}` : '';
      if (words.textContent !== text) words.textContent = text;
      const played = (fault?.played ?? 0) + (modelFault?.played ?? 0);
      count.textContent = played ? `played ${played}\u00d7` : '';
    },
  };
}

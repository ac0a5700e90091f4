import { el } from './dom.ts';

/** For how long a fault is to be on; at first for one message. `change` hears of a new choice by the person. */
export function faultLength(change: () => void) {
  const radio = (value: string, checked: boolean) =>
    el('input', { type: 'radio', name: 'fault-length', value, checked, onchange: change });
  const once = radio('once', true);
  const always = radio('always', false);
  return {
    element: el(
      'div',
      { class: 'fault-length', role: 'radiogroup', 'aria-label': 'How long' },
      el('label', {}, once, el('span', {}, 'Next message only')),
      el('label', {}, always, el('span', {}, 'Until switched off')),
    ),
    isOnce: () => once.checked,
    /** Shows what holds for the fault that is on. */
    draw(isOnce: boolean) {
      once.checked = isOnce;
      always.checked = !isOnce;
    },
  };
}

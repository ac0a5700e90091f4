import { type Child, el } from './dom.ts';

/**
 * A button and a panel that opens below it. Escape closes it and gives the focus back to the button; a click elsewhere
 * and Tab past its end close it too. `class` names its parts for the style sheet: `faults-button`, `faults-panel`.
 */
export function popover(
  { label, class: className }: { label: string; class: string },
  face: Child[],
  content: Child[],
): { element: HTMLElement; button: HTMLButtonElement } {
  const id = `${className}-panel`;
  const panel = el(
    'div',
    { id, class: `${className}-panel`, role: 'group', 'aria-label': label, hidden: true },
    ...content,
  );
  const button = el(
    'button',
    {
      ...{ type: 'button', class: `${className}-button`, title: label, 'aria-label': label },
      ...{ 'aria-expanded': 'false', 'aria-controls': id, onclick: () => show(panel.hidden === true) },
    },
    ...face,
  );
  const element = el('div', { class: `popover-holder ${className}` }, button, panel);

  function show(isOpen: boolean) {
    panel.hidden = !isOpen;
    // How tall the bar above is depends on the width of the window.
    if (isOpen) panel.style.setProperty('--from', `${panel.getBoundingClientRect().top}px`);
    button.setAttribute('aria-expanded', String(isOpen));
  }
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    show(false);
    button.focus();
  });
  const isOutside = (target: EventTarget | null) => target instanceof Node && !element.contains(target);
  element.addEventListener('focusout', (event) => isOutside(event.relatedTarget) && show(false));
  document.addEventListener('click', (event) => isOutside(event.target) && show(false));
  // A click into the Mini App is heard only there; here the focus goes into its frame.
  window.addEventListener(
    'blur',
    () => isOutside(document.activeElement?.closest('iframe') ?? null) && show(false),
  );
  return { element, button };
}

import type { ChatView } from '../view.ts';
import { api } from './api.ts';
import { clockLabel } from './dates.ts';
import { toast, tryOut } from './dialogs.ts';
import { avatar, el, icon, iconButton } from './dom.ts';
import type { ThemeName } from './theme.ts';

export type ControlBarActions = {
  switchUser(userId: number): void;
  toggleTheme(): void;
  clockMoved(now: string): void;
};

export type ControlBar = {
  element: HTMLElement;
  draw(view: ChatView): void;
  tick(now: Date): void;
  themeChanged(theme: ThemeName): void;
};

const MINUTE_MS = 60_000;
const STEPS = [
  ['+15 min', 15 * MINUTE_MS],
  ['+1 hour', 60 * MINUTE_MS],
  ['+1 day', 1440 * MINUTE_MS],
] as const;

/** The bar above the chat with what a real Telegram does not have: who you are, the clock, faults to play, the theme. */
export function controlBar(actions: ControlBarActions, faults: HTMLElement): ControlBar {
  const users = el('div', { class: 'users', role: 'group', 'aria-label': 'You are' });
  const time = el('span', { class: 'time', role: 'timer', 'aria-label': 'Simulated time' });
  const theme = iconButton('Switch theme', icon('moon'), actions.toggleTheme, 'theme');
  const buttons = [
    ...STEPS.map(([label, advanceMs]) => moveButton(label, { advanceMs })),
    moveButton('To the next reminder', { toNextDue: true }),
  ];
  const clock = el(
    'div',
    { class: 'clock', role: 'group', 'aria-label': 'Clock' },
    icon('clock'),
    time,
    ...buttons,
  );

  function moveButton(label: string, by: Parameters<typeof api.moveClock>[0]) {
    const button = el('button', { type: 'button', class: 'step', onclick: () => void tryOut(move) }, label);
    async function move() {
      for (const one of buttons) one.disabled = true;
      try {
        const result = await api.moveClock(by);
        if (result.message) toast(result.message);
        actions.clockMoved(result.now);
      } finally {
        for (const one of buttons) one.disabled = false;
      }
    }
    return button;
  }
  function userButton(person: ChatView['user'], tone: number, isCurrent: boolean) {
    const name = `${person.first_name} ${person.last_name ?? ''}`.trim();
    return el(
      'button',
      {
        type: 'button',
        'aria-pressed': String(isCurrent),
        'aria-label': name,
        title: `${name} @${person.username}`,
        onclick: () => actions.switchUser(person.id),
      },
      avatar(name, tone),
      el('span', {}, person.first_name),
    );
  }

  return {
    element: el('div', { class: 'control-bar' }, users, clock, faults, theme),
    draw(view) {
      const key = `${view.user.id} ${view.users.length}`;
      if (users.dataset.key === key) return;
      users.dataset.key = key;
      users.replaceChildren(...view.users.map((one, i) => userButton(one, i + 2, one.id === view.user.id)));
    },
    tick: (now) => {
      const label = clockLabel(now);
      if (time.textContent !== label) time.textContent = label;
    },
    themeChanged(name) {
      theme.replaceChildren(icon(name === 'dark' ? 'sun' : 'moon'));
      theme.setAttribute('aria-label', name === 'dark' ? 'Switch to light theme' : 'Switch to dark theme');
      theme.title = theme.getAttribute('aria-label') ?? '';
    },
  };
}

import type { ChatView } from '../view.ts';
import { api, listen } from './api.ts';
import { chatHeader } from './chat-header.ts';
import { composer } from './composer.ts';
import { controlBar } from './control-bar.ts';
import { ask, toast, tryOut } from './dialogs.ts';
import { el } from './dom.ts';
import { faultBanner } from './fault-banner.ts';
import { faultPanel } from './fault-panel.ts';
import { isSafe, readLink } from './links.ts';
import { messageList } from './message-list.ts';
import { miniApp } from './mini-app.ts';
import { attach, pickPeople } from './sharing.ts';
import { pageTheme } from './theme.ts';

/** The page: the control bar, the chat, the Mini App; and how a change in one reaches the others. */

const FIRST_USER = 1001;
/** Where a person of the simulator can be. */
const places = [
  { id: 'Berlin', at: { latitude: 52.52, longitude: 13.4 } },
  { id: 'New York', at: { latitude: 40.71, longitude: -74 } },
  { id: 'Tokyo', at: { latitude: 35.68, longitude: 139.69 } },
];
let userId = Number(/user=(\d+)/.exec(location.hash)?.[1]) || FIRST_USER;
let view: ChatView | null = null;
let clockAhead = 0;
let latest = 0;
let stopListening = () => {};

const now = () => new Date(Date.now() + clockAhead);

const theme = pageTheme((name) => {
  bar.themeChanged(name);
  app.themeChanged();
});
const faults = faultPanel({
  play: (fault) => tryOut(() => api.playFault(fault)),
  playModel: (fault) => tryOut(() => api.playModelFault(fault)),
  setBlocked: (blocked) => tryOut(() => api.block(userId, blocked)),
  allOff: () => tryOut(switchAllOff),
});
const banner = faultBanner(() => void tryOut(switchFaultsOff));
const bar = controlBar(
  {
    switchUser: (id) => switchUser(id),
    toggleTheme: () => theme.toggle(),
    clockMoved: (time) => setClock(time),
  },
  faults.element,
);
const header = chatHeader({
  setBlocked: (blocked) => void tryOut(() => api.block(userId, blocked)),
  openApp: () => openMenuButton(),
});
const list = messageList({
  now,
  openLink: (url, shownAs) => void openTextLink(url, shownAs),
  sendCommand: (command) => void send(command),
  reply: (message) => foot.replyTo(message),
  show: (messageId) => list.show(messageId),
  keyboardOf: (message) => ({
    tap: async (row, column) => void (await tryOut(() => tap(message.id, row, column))),
    openLink: (url) => openLink(url),
    openApp: (url) => openApp(url),
  }),
});
const foot = composer({
  send: (text, replyTo) => send(text, replyTo),
  shareLocation: () => void shareLocation(),
  attach: (what) => void attach(userId, what),
  pickPeople: (asked) => void pickPeople(userId, asked),
  openMenuButton: () => openMenuButton(),
  unblock: () => void tryOut(() => api.block(userId, false)),
});
const app = miniApp({
  theme: () => theme.current(),
  initData: (startParam) => api.initData(userId, startParam),
  openLink: (url) => openLink(url),
  allowWriting: async () => void (await api.allowWriting(userId)),
  openMenuButton: () => openMenuButton(),
});

function send(text: string, replyTo?: number): Promise<boolean> {
  return tryOut(() => api.send(userId, text, replyTo));
}

/** Where the person is, is theirs to say: the browser stays where it is. */
async function shareLocation() {
  const buttons = [...places.map(({ id }) => ({ id, text: id })), { id: 'cancel', text: 'Cancel' }];
  const chosen = await ask('Share your location?', 'Where are you just now?', buttons);
  const place = places.find(({ id }) => id === chosen);
  if (place) await tryOut(() => api.shareLocation(userId, place.at));
}

async function tap(messageId: number, row: number, column: number) {
  const answer = await api.tap(userId, messageId, row, column);
  if (answer.text && answer.showAlert) await ask('', answer.text, [{ id: 'ok', text: 'OK' }]);
  else if (answer.text) toast(answer.text);
  if (answer.url) openLink(answer.url);
}

function openApp(url: string, startParam?: string) {
  void tryOut(() => app.open(url, view?.botName ?? 'Mini App', startParam));
}

function openMenuButton(startParam?: string) {
  if (view?.menuButton.type === 'web_app') openApp(view.menuButton.web_app.url, startParam);
  else toast('The bot has not set a menu button yet');
}

function openLink(url: string) {
  const target = readLink(url, view?.botUsername ?? '');
  if (target.kind === 'app') openMenuButton(target.startParam);
  else if (target.kind === 'start') send(`/start ${target.payload}`.trim());
  else if (isSafe(target.url)) window.open(target.url, '_blank', 'noopener,noreferrer');
}

/** A link whose address is not what is written is asked about first, as Telegram does. */
async function openTextLink(url: string, shownAs: string) {
  const isPlain = url === shownAs || url === `http://${shownAs}` || url === `mailto:${shownAs}`;
  const buttons = [
    { id: 'cancel', text: 'Cancel' },
    { id: 'open', text: 'Open' },
  ];
  if (isPlain || (await ask('Open this link?', url, buttons)) === 'open') openLink(url);
}

async function switchFaultsOff() {
  await api.playFault({ kind: 'none' });
  await api.playModelFault({ kind: 'none' });
}

async function switchAllOff() {
  await switchFaultsOff();
  for (const { id } of view?.users ?? []) await api.block(id, false);
}

function setClock(time: string) {
  clockAhead = new Date(time).getTime() - Date.now();
  bar.tick(now());
}

async function refresh() {
  const mine = ++latest;
  const next = await api.state(userId);
  // A slower, older answer must not overwrite a newer one.
  if (mine !== latest) return;
  if (view?.fault && !next.fault) toast('No fault is on any more. Telegram works again.');
  if (view?.modelFault && !next.modelFault) toast('The language model works again.');
  view = next;
  setClock(next.now);
  for (const part of [bar, faults, banner, header, foot, list]) part.draw(next);
}

function switchUser(id: number) {
  stopListening();
  app.close();
  list.reset();
  foot.reset();
  userId = id;
  history.replaceState(null, '', `#user=${id}`);
  stopListening = listen(id, {
    changed: () => void tryOut(refresh),
    typing: () => header.typing(),
  });
}

document.body.append(
  el('header', { class: 'top' }, bar.element, banner.element),
  el(
    'main',
    { class: 'stage' },
    el(
      'section',
      { class: 'chat', 'aria-label': 'Chat with the bot' },
      header.element,
      list.element,
      foot.element,
    ),
    app.element,
  ),
);
bar.themeChanged(theme.current());
switchUser(userId);
window.setInterval(() => bar.tick(now()), 1000);

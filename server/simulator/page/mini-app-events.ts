import { ask, type DialogButton } from './dialogs.ts';
import { resolveColor, type ThemeName, themeParams } from './theme.ts';

export type BottomButton = {
  text: string;
  visible: boolean;
  active: boolean;
  busy: boolean;
  color: string | null;
  textColor: string | null;
};

/** What a Mini App may change in the client around it. */
export type AppHost = {
  theme(): ThemeName;
  post(eventType: string, eventData?: unknown): void;
  viewport(): { width: number; height: number };
  ready(): void;
  close(): void;
  setBack(visible: boolean): void;
  setSettings(visible: boolean): void;
  setCloseConfirm(needed: boolean): void;
  setButton(which: 'main' | 'secondary', change: Partial<BottomButton>): void;
  /** `color` is #rrggbb or the name of a theme parameter. */
  setColor(part: 'header' | 'background' | 'bottom', color: string): void;
  haptic(): void;
  openLink(url: string): void;
  allowWriting(): Promise<void>;
};

export type AppData = Record<string, unknown>;
type Handler = (app: AppHost, data: AppData) => void | Promise<void>;

const NO_INSETS = { top: 0, bottom: 0, left: 0, right: 0 };
const LABELS: Record<string, string> = { ok: 'OK', close: 'Close', cancel: 'Cancel' };

/** What Telegram Web does on each event of a Mini App; events that are not here are ignored, as it does. */
export const appEvents: Record<string, Handler> = {
  iframe_ready: (app) => app.post('set_custom_style', ''),
  web_app_ready: (app) => app.ready(),
  web_app_close: (app) => app.close(),
  web_app_expand: (app) => app.post('viewport_changed', viewportOf(app)),
  web_app_request_theme: (app) => app.post('theme_changed', { theme_params: themeParams(app.theme()) }),
  web_app_request_viewport: (app) => app.post('viewport_changed', viewportOf(app)),
  web_app_request_safe_area: (app) => app.post('safe_area_changed', NO_INSETS),
  web_app_request_content_safe_area: (app) => app.post('content_safe_area_changed', NO_INSETS),
  web_app_setup_back_button: (app, data) => app.setBack(data.is_visible === true),
  web_app_setup_settings_button: (app, data) => app.setSettings(data.is_visible === true),
  web_app_setup_closing_behavior: (app, data) => app.setCloseConfirm(data.need_confirmation === true),
  web_app_setup_main_button: (app, data) => app.setButton('main', readButton(app, data)),
  web_app_setup_secondary_button: (app, data) => app.setButton('secondary', readButton(app, data)),
  web_app_set_header_color: (app, data) => setColor(app, 'header', data.color ?? data.color_key),
  web_app_set_background_color: (app, data) => setColor(app, 'background', data.color),
  web_app_set_bottom_bar_color: (app, data) => setColor(app, 'bottom', data.color),
  web_app_trigger_haptic_feedback: (app) => app.haptic(),
  web_app_open_link: (app, data) => app.openLink(String(data.url ?? '')),
  web_app_open_tg_link: (app, data) => app.openLink(`https://t.me${String(data.path_full ?? '')}`),
  async web_app_open_popup(app, data) {
    const buttons = readPopupButtons(data.buttons);
    const pressed = await ask(String(data.title ?? ''), String(data.message ?? ''), buttons);
    app.post('popup_closed', pressed === null ? {} : { button_id: pressed });
  },
  async web_app_request_write_access(app) {
    await app.allowWriting();
    app.post('write_access_requested', { status: 'allowed' });
  },
  async web_app_read_text_from_clipboard(app, data) {
    const text = await navigator.clipboard.readText().catch(() => null);
    app.post('clipboard_text_received', { req_id: data.req_id, data: text });
  },
  web_app_invoke_custom_method: (app, data) =>
    app.post('custom_method_invoked', { req_id: data.req_id, error: 'UNSUPPORTED' }),
  web_app_request_phone: (app) => app.post('phone_requested', { status: 'cancelled' }),
  web_app_request_fullscreen: (app) => app.post('fullscreen_failed', { error: 'UNSUPPORTED' }),
  web_app_check_home_screen: (app) => app.post('home_screen_checked', { status: 'unsupported' }),
  web_app_biometry_get_info: (app) => app.post('biometry_info_received', { available: false }),
  web_app_device_storage_get_key: refuseStorage('device'),
  web_app_device_storage_save_key: refuseStorage('device'),
  web_app_secure_storage_get_key: refuseStorage('secure'),
  web_app_secure_storage_save_key: refuseStorage('secure'),
};

export function viewportOf(app: AppHost) {
  return { ...app.viewport(), is_expanded: true, is_state_stable: true };
}

function refuseStorage(kind: 'device' | 'secure'): Handler {
  return (app, data) => app.post(`${kind}_storage_failed`, { req_id: data.req_id, error: 'UNSUPPORTED' });
}

function setColor(app: AppHost, part: 'header' | 'background' | 'bottom', value: unknown): void {
  if (typeof value === 'string' && resolveColor(app.theme(), value)) app.setColor(part, value);
}

/** Only what the event names changes; the rest of the button stays. */
function readButton(app: AppHost, data: AppData): Partial<BottomButton> {
  const change: Partial<BottomButton> = {};
  if (typeof data.text === 'string') change.text = data.text.trim();
  if (typeof data.is_visible === 'boolean') change.visible = data.is_visible;
  if (typeof data.is_active === 'boolean') change.active = data.is_active;
  if (typeof data.is_progress_visible === 'boolean') change.busy = data.is_progress_visible;
  if ('color' in data) change.color = resolveColor(app.theme(), data.color);
  if ('text_color' in data) change.textColor = resolveColor(app.theme(), data.text_color);
  return change;
}

function readPopupButtons(value: unknown): DialogButton[] {
  const list: AppData[] = Array.isArray(value) ? value : [];
  const buttons = list.slice(0, 3).map((button) => {
    const type = String(button.type ?? 'default');
    const text = LABELS[type] ?? String(button.text ?? '');
    return { id: String(button.id ?? ''), text, destructive: type === 'destructive' };
  });
  return buttons.length > 0 ? buttons : [{ id: '', text: 'OK' }];
}

/**
 * Some frames throw on any touch of sessionStorage (third-party storage blocked), and the SDK then believes that it is
 * not inside Telegram. Imported before the SDK, this puts storage in memory there instead.
 */
function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

function storageWorks(): boolean {
  try {
    window.sessionStorage.setItem('followthrough/probe', '1');
    window.sessionStorage.removeItem('followthrough/probe');
    return true;
  } catch {
    return false;
  }
}

if (typeof window !== 'undefined' && !storageWorks()) {
  Object.defineProperty(window, 'sessionStorage', { value: memoryStorage(), configurable: true });
}

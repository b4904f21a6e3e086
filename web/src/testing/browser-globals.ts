// The few things of a browser that modules ask for when they load; tests run in plain Node.
const kept = new Map<string, string>();

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  clear: () => kept.clear(),
};

Object.assign(globalThis, { localStorage: storage, sessionStorage: storage });
if (typeof navigator === 'undefined') {
  Object.assign(globalThis, { navigator: { language: 'en' } });
}

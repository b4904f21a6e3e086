import { createStore, useStore } from './store';

export const THEMES = ['night', 'day', 'red'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'renkei.theme';

export const theme = createStore<Theme>(initial());

function initial(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((one) => one === kept) ?? 'night';
}

export function useTheme(): Theme {
  return useStore(theme);
}

export function setTheme(value: Theme): void {
  localStorage.setItem(KEY, value);
  theme.set(value);
  applyTheme();
}

export function applyTheme(): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme.get();
  // AstroUXDS knows light and dark; the red-light mode is ours, on top of dark.
  root.classList.toggle('light-theme', theme.get() === 'day');
  root.classList.toggle('dark-theme', theme.get() !== 'day');
}

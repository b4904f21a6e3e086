import { createStore, useStore } from '../ui/store';

export type Language = 'ja' | 'en';

const KEY = 'renkei.language';

export const language = createStore<Language>(initial());

function initial(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'ja' || kept === 'en') {
    return kept;
  }
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function currentLanguage(): Language {
  return language.get();
}

export function useLanguage(): Language {
  return useStore(language);
}

export function setLanguage(value: Language): void {
  localStorage.setItem(KEY, value);
  language.set(value);
}

// What is chosen in the demo bar: person, design, language. Kept in the browser and shared by all pages of the demo.
import { useEffect, useMemo, useState } from 'react';
import { onDemoUserChanged, readDemoUser, writeDemoUser } from '#addin/host/demo-user.ts';

export const demoThemes = ['light', 'dark', 'contrast'] as const;
export type DemoTheme = (typeof demoThemes)[number];
export const demoLanguages = ['de', 'en'] as const;
export type DemoLanguage = (typeof demoLanguages)[number];

export interface DemoSettings {
  readonly user: string;
  readonly theme: DemoTheme;
  readonly language: DemoLanguage;
  setUser(user: string): void;
  setTheme(theme: DemoTheme): void;
  setLanguage(language: DemoLanguage): void;
}

const themeKey = 'kundencockpit.demo.theme';
const languageKey = 'kundencockpit.demo.language';

function readTheme(): DemoTheme {
  const kept = demoThemes.find((theme) => theme === localStorage.getItem(themeKey));
  if (kept) return kept;
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function readLanguage(): DemoLanguage {
  return demoLanguages.find((language) => language === localStorage.getItem(languageKey)) ?? 'de';
}

/** The choices of the demo bar; follows changes made in another tab. */
export function useDemoSettings(): DemoSettings {
  const [user, keepUser] = useState(readDemoUser);
  const [theme, keepTheme] = useState(readTheme);
  const [language, keepLanguage] = useState(readLanguage);
  useEffect(() => onDemoUserChanged(() => keepUser(readDemoUser())), []);
  return useMemo(
    () => ({
      user,
      theme,
      language,
      setUser: (next) => {
        writeDemoUser(next);
        keepUser(next);
      },
      setTheme: (next) => {
        localStorage.setItem(themeKey, next);
        keepTheme(next);
      },
      setLanguage: (next) => {
        localStorage.setItem(languageKey, next);
        keepLanguage(next);
      },
    }),
    [user, theme, language],
  );
}

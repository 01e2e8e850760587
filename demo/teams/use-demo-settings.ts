// Person, theme and language of this page, kept in the browser so that a reload shows the same.
import { useEffect, useState } from 'react';
import { onDemoUserChanged, readDemoUser, writeDemoUser } from '#addin/host/demo-user.ts';
import type { TeamsTheme } from './tab-protocol.ts';

const themeKey = 'kundencockpit.demo.theme';
const languageKey = 'kundencockpit.demo.language';
export type DemoLanguage = 'de' | 'en';

function readTheme(): TeamsTheme {
  const stored = localStorage.getItem(themeKey);
  return stored === 'dark' || stored === 'contrast' ? stored : 'default';
}

export function useDemoSettings() {
  const [user, setUser] = useState(readDemoUser);
  const [theme, setTheme] = useState(readTheme);
  const [language, setLanguage] = useState<DemoLanguage>(
    localStorage.getItem(languageKey) === 'en' ? 'en' : 'de',
  );
  useEffect(() => onDemoUserChanged(() => setUser(readDemoUser())), []);
  return {
    user,
    theme,
    language,
    chooseUser: (next: string) => {
      writeDemoUser(next);
      setUser(next);
    },
    chooseTheme: (next: TeamsTheme) => {
      localStorage.setItem(themeKey, next);
      setTheme(next);
    },
    chooseLanguage: (next: DemoLanguage) => {
      localStorage.setItem(languageKey, next);
      setLanguage(next);
    },
  };
}

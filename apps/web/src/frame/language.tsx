import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  findingText,
  hasText,
  headingCode,
  LANGUAGES,
  loadLanguage,
  NUMBER_FORMATS,
  share,
  text,
  type Language,
  type TextCode,
  type Told,
} from '#text/web';
import { remember, remembered } from './storage.js';

interface Words {
  language: Language;
  speak: (language: Language) => void;
}

const Context = createContext<Words>({ language: 'sv', speak: () => undefined });

/** What was chosen here before; else Swedish, whatever the browser asks for: this is a Swedish agency's page. */
export function firstLanguage(): Language {
  const chosen = remembered('language');
  return LANGUAGES.find((language) => language === chosen) ?? 'sv';
}

export function LanguageProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(initial);
  const client = useQueryClient();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (chosen: Language) => {
    remember('language', chosen);
    void loadLanguage(chosen).then(() => {
      document.documentElement.lang = chosen;
      setLanguage(chosen);
      // Answers hold sentences too: they are asked for again.
      return client.invalidateQueries();
    });
  };
  return <Context value={{ language, speak }}>{children}</Context>;
}

/** `t('web.list.empty')`, and numbers, days and coded values as the reader's language writes them. */
export function useText() {
  const { language, speak } = useContext(Context);
  // The same until another language is chosen, so that what is made of words can stay as it is.
  return useMemo(() => wordsIn(language, speak), [language, speak]);
}

function wordsIn(language: Language, speak: Words['speak']) {
  const t = (code: TextCode, data: Record<string, unknown> = {}) => text(language, code, data);
  return {
    language,
    speak,
    t,
    /** The name of a coded value: `named('status.application', 'draft')`. One without a name is shown as it is. */
    named: (group: string, value: string | number | null | undefined) => {
      const code = `${group}.${value}`;
      return value === null || value === undefined
        ? '–'
        : hasText(code)
          ? text(language, code)
          : String(value);
    },
    /** What heads a column of a kind of export. */
    heading: (kind: string, key: string) => {
      const code = headingCode(kind, key);
      return hasText(code) ? text(language, code) : key;
    },
    /** Whole kronor. */
    kr: (amount: number | null | undefined) => NUMBER_FORMATS.kr!(language, amount) ?? '–',
    /** 0–1 as percent. */
    percent: (of: number | null | undefined) => (of === null || of === undefined ? '–' : share(language, of)),
    number: (value: number | null | undefined) => NUMBER_FORMATS.number!(language, value) ?? '–',
    /** `YYYY-MM-DD` or an instant as a day, `2026-11-28`, which both languages read alike. */
    day: (instant: string | null | undefined) => (instant ? localDay(instant) : '–'),
    /** An instant with its time, `2026-11-28 14:03`. */
    moment: (instant: string | null | undefined) => (instant ? localMoment(instant) : '–'),
    time: (instant: Date) => CLOCK.format(instant),
    /** What a rule of an ordinance asks for, in plain words. */
    rule: (kind: string, parameters: object) => {
      const code = `ruleInWords.${kind}`;
      return hasText(code) ? text(language, code, { ...parameters }) : '';
    },
    /** What a finding of a rule says. */
    finding: (told: Told) => findingText(language, told),
  };
}

const ZONE = 'Europe/Stockholm';
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);
const localDay = (value: string) => (isDay(value) ? value : DAY.format(new Date(value)));
const localMoment = (value: string) => (isDay(value) ? value : MOMENT.format(new Date(value)));

import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { battle } from './en/battle.ts';
import { common } from './en/common.ts';
import { problems } from './en/problems.ts';

/**
 * The catalogue with the words that the first page needs. Other pages bring theirs along with {@link addMessages}, so that they
 * do not weigh on the first one.
 */
export function createMessages(): i18n {
  const messages = createInstance();
  messages.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en: { common, battle, problems } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return messages;
}

/** Adds the words of one page, in the language that the reader uses. */
export function addMessages(messages: i18n, name: 'board' | 'about' | 'admin', words: object): void {
  messages.addResourceBundle('en', name, words);
}

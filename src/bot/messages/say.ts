import type { Language } from '../../core/language.js';
import { type Catalogues, createSay, type MessageValues } from '../../messages/create-say.js';
import type { MessageKey } from './catalogue.js';
import { en } from './en.js';
import { es } from './es.js';

export type { MessageKey, MessageValues };

export const CATALOGUES: Catalogues<MessageKey> = { en, es };

/** A message of the bot in a language. */
export const say = createSay(CATALOGUES);

/** The same message in every language, for what a platform localizes itself. */
export function sayAll(key: MessageKey): Readonly<Record<Language, string>> {
  return { en: say('en', key), es: say('es', key) };
}

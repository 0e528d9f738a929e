import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../core/language.js';

/** ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/) of one language, by name. */
type Catalogue<Key extends string> = Readonly<Record<Key, string>>;
export type Catalogues<Key extends string> = Readonly<Record<Language, Catalogue<Key>>>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Say<Key extends string> = (language: Language, key: Key, values?: MessageValues) => string;

/**
 * Makes the function that formats messages. It throws where a value is missing that the message needs, which is a bug in
 * our code that the tests of the views find.
 */
export function createSay<Key extends string>(catalogues: Catalogues<Key>): Say<Key> {
  const compiled = new Map<string, IntlMessageFormat>();

  function formatOf(language: Language, key: Key): IntlMessageFormat {
    const name = `${language}/${key}`;
    const known = compiled.get(name);
    if (known) return known;
    // Messages have no markup, so tags are text: notes and names may contain "<".
    const made = new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true });
    compiled.set(name, made);
    return made;
  }

  return (language, key, values = {}) => String(formatOf(language, key).format(values));
}

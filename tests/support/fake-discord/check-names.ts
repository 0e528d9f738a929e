import { Locale } from 'discord.js';
import type { Problem } from './api-error.js';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

type Localized = Readonly<Record<string, string>> | null | undefined;
export type Named = { readonly name: string; readonly name_localizations?: Localized };
type Path = Problem['path'];

function nameProblem(name: string, path: Path): readonly Problem[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  const message = `"${name}" is no name of a command or an option`;
  return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message }];
}

/** Whether the keys of translations are locales that Discord has. */
export function localeProblems(field: string, texts: Localized, before: Path): readonly Problem[] {
  return Object.keys(texts ?? {})
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) => ({ path: [...before, field, locale], code: 'ENUM_TYPE_COERCE', message: `No locale: ${locale}` }));
}

/** Names of chat input commands and of options, in all languages. */
export function namingProblems({ name, name_localizations }: Named, before: Path): readonly Problem[] {
  const translated = Object.entries(name_localizations ?? {});
  return [
    ...nameProblem(name, [...before, 'name']),
    ...translated.flatMap(([locale, own]) => nameProblem(own, [...before, 'name_localizations', locale])),
  ];
}

function nameIn(locale: string | null, { name, name_localizations }: Named): string {
  return (locale === null ? undefined : name_localizations?.[locale]) ?? name;
}

/** Names that somebody, in whichever language, would see twice. */
export function repeatedNames(all: readonly Named[], before: Path, code: string): readonly Problem[] {
  const locales = new Set([null, ...all.flatMap((named) => Object.keys(named.name_localizations ?? {}))]);
  return [...locales].flatMap((locale) => {
    const shown = all.map((named) => nameIn(locale, named));
    return shown.flatMap((name, n) =>
      shown.indexOf(name) === n ? [] : [{ path: [...before, n, 'name'], code, message: `"${name}" is there twice` }],
    );
  });
}

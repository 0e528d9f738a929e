import { readdirSync, readFileSync } from 'node:fs';
import { FEATURES } from '../../src/bot/features.js';
import { CATALOGUES } from '../../src/bot/messages/say.js';
import { usageOf } from '../../src/chat/parse-command.js';
import { slackManifest } from '../../src/chat/slack/manifest.js';
import { LANGUAGES, type Language } from '../../src/core/language.js';

/** A line that is printed somewhere for people to type. */
export type Example = { readonly line: string; readonly language: Language; readonly from: string };

const COMMANDS = FEATURES.map(({ command }) => command);

/** "for example: layers", "such as 9, 9:30 or 9 pm"; a question with its sign, anything else up to the sentence's end. */
const EXAMPLE = /(?:for example|por ejemplo): ([^.?]*\?|[^.]+)/u;
/** The same of an option, whose description may be nothing else: "Hora de tu día: 9, 9:30". */
const LISTED = /: ([^.:]*\d[^.]*)$/u;
const SUCH_AS = /, (?:such as|como) ([^.]*\d[^.]*)/u;

function examplesIn(text: string, isOption = false): readonly string[] {
  const one = EXAMPLE.exec(text)?.[1]?.trim();
  const several =
    (SUCH_AS.exec(text) ?? (isOption ? LISTED.exec(text) : null))?.[1]?.split(/,\s*|\s+(?:or|o)\s+/u) ?? [];
  return [...(one === undefined ? [] : [one]), ...several.map((each) => each.trim()).filter((each) => each !== '')];
}

/** What stands between backticks and begins with a slash, calls the bot, or asks. */
function spansOf(text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/gu)].map(([, span = '']) => span.replace(/^\{lead\}/, '/'));
  return spans.filter((span) => /^\/|^@Repaso\b|^[¿\p{L}].*\?$/u.test(span));
}

/** Commands without their slash, as the README shows them in a row. */
function spokenIn(text: string): readonly string[] {
  const shown = /works without its slash too\s+\(([^)]*)\)[^(]*\(([^)]*)\)/u.exec(text)?.slice(1).join(' ') ?? '';
  return [...shown.matchAll(/`([^`\n]+)`/gu)].map(([, span = '']) => span).filter((span) => !span.startsWith('/'));
}

/** Pages that people read; what stands in them is English. */
export function fromPages(): readonly Example[] {
  const pages = [
    'README.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  return pages.flatMap((page) =>
    [...spansOf(readFileSync(page, 'utf8')), ...spokenIn(readFileSync(page, 'utf8'))].map((line) => ({
      line,
      language: 'en' as const,
      from: page,
    })),
  );
}

/** What the list of commands says of each: its name, and its options by the examples beside them. */
export function fromCommands(): readonly Example[] {
  return LANGUAGES.flatMap((language) =>
    COMMANDS.flatMap((command) => {
      const name = `/${command.names[language]}`;
      const ofOptions = command.options.map(({ description }) => examplesIn(description[language], true));
      const all = ofOptions.flatMap(([first]) => first ?? []);
      const named = command.options.flatMap(({ names }, at) =>
        (ofOptions[at] ?? []).map((each) => `${name} ${names[language]}:${each}`),
      );
      const lines = [name, ...ofOptions.flat().map((each) => `${name} ${each}`), ...named];
      if (all.length > 1) lines.push(`${name} ${all.join(' ')}`);
      return lines.map((line) => ({ line, language, from: `the command ${command.name}` }));
    }),
  );
}

/** Messages whose examples are said behind a command. */
const BEHIND: Readonly<Record<string, string>> = { 'daily.unclear': 'daily' };

function asTyped(key: string, language: Language, example: string): string {
  const command = COMMANDS.find(({ name }) => name === BEHIND[key]);
  return command === undefined ? example : `/${command.names[language]} ${example}`;
}

/** What every other message says: lines between backticks, and examples of plain words. */
export function fromMessages(): readonly Example[] {
  return LANGUAGES.flatMap((language) =>
    Object.entries(CATALOGUES[language])
      .filter(([key]) => !key.startsWith('command.'))
      .flatMap(([key, message]) =>
        [...spansOf(message), ...examplesIn(message), ...(key.endsWith('.placeholder') ? [message] : [])].map(
          (line) => ({
            line: asTyped(key, language, line),
            language,
            from: `the message ${key}`,
          }),
        ),
      ),
  );
}

/** Usage hints of Slack's list of commands: each word of the main command's, and each command with its options left out. */
export function fromManifest(): readonly Example[] {
  const text = { en: 'x'.repeat(200), es: 'x'.repeat(200) };
  return LANGUAGES.flatMap((language) => {
    const { features } = slackManifest({
      name: 'Repaso',
      description: text,
      longDescription: text,
      commands: COMMANDS,
      shortcuts: [],
      prefix: '',
      mode: { kind: 'socket' },
      language,
    });
    return (features?.slash_commands ?? []).flatMap(({ command, usage_hint: hint = '' }) => {
      const words = command === '/repaso' ? hint.replace(/[[\]…]/gu, '').split('|') : [];
      return words.map((word) => ({ line: `/${word.trim()}`, language, from: 'Slack’s usage hint' }));
    });
  }).filter(({ line }) => line !== '/');
}

/** Usage lines, as help and refusals show them. */
export function usageLines(): readonly string[] {
  return LANGUAGES.flatMap((language) => COMMANDS.map((command) => usageOf(command, language)));
}

/** Each once, with every place where it is printed. */
export function printedExamples(): readonly Example[] {
  const found = new Map<string, Example>();
  for (const example of [...fromPages(), ...fromCommands(), ...fromMessages(), ...fromManifest()]) {
    const key = `${example.language} ${example.line}`;
    const known = found.get(key);
    found.set(key, known === undefined ? example : { ...known, from: `${known.from}, ${example.from}` });
  }
  return [...found.values()];
}

import { lineOf } from '../../chat/parse-command.js';
import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Feature, Options } from '../feature.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import type { NearCommand } from '../near-command.js';
import type { Talk } from '../phrases/courtesy.js';
import { LONGEST_LABEL } from '../platform-limits.js';
import { runButton } from '../run-command.js';
import { shortenLabel } from '../words.js';
import { type WelcomeFacts, welcomeView } from './help-view.js';

const LONGEST_LINE = 120;

/** One sentence in answer to small talk, with things to try. */
function trying(language: Language, key: MessageKey, facts: WelcomeFacts): View {
  const { controls = [] } = welcomeView(language, facts);
  const markdown = say(language, key, { name: escapeInline(facts.name) });
  return { body: [{ kind: 'text', markdown }], controls };
}

export function talkView(language: Language, talk: Talk, facts: WelcomeFacts): View {
  return trying(language, `talk.${talk}`, facts);
}

export function nonsenseView(language: Language, facts: WelcomeFacts): View {
  return trying(language, 'talk.nonsense', facts);
}

/** A typed command within a sentence. */
function shown(line: string): string {
  return escapeInline(shortenLabel(line, LONGEST_LINE));
}

/** The suggestions for a word that is no command. */
export type NoCommand = {
  /** As typed, with its prefix. */
  readonly typed: string;
  readonly near: (NearCommand & { readonly options: Options }) | null;
  /** Words to look up instead, where that may be meant. */
  readonly words: string | null;
  readonly explain: Feature | undefined;
  readonly help: Feature | undefined;
};

function nearLine(language: Language, { feature, name, options }: NearCommand & { options: Options }, lead: string) {
  return lineOf({ ...feature.command, names: { ...feature.command.names, [language]: name } }, options, language, lead);
}

function otherwise(language: Language, { words, explain, help }: NoCommand): readonly Control[] {
  const label =
    words === null ? '' : say(language, 'command.look-up', { words: shortenLabel(words, LONGEST_LABEL - 15) });
  return [
    ...(words === null || explain === undefined ? [] : runButton(label, explain, { concept: words })),
    ...(help === undefined ? [] : runButton(say(language, 'help.title'), help)),
  ];
}

/** "There is no /foo. Did you mean /review?" */
export function noCommandView(language: Language, unknown: NoCommand, lead: string): View {
  const { typed, near } = unknown;
  if (near === null) {
    const markdown = say(language, 'command.none', { command: shown(typed) });
    return { tone: 'warning', body: [{ kind: 'text', markdown }], controls: otherwise(language, unknown) };
  }
  const line = nearLine(language, near, lead);
  const markdown = say(language, 'command.none.near', { command: shown(typed), near: shown(line) });
  const run = runButton(shortenLabel(line, LONGEST_LABEL), near.feature, near.options, 'primary');
  return { tone: 'warning', body: [{ kind: 'text', markdown }], controls: [...run, ...otherwise(language, unknown)] };
}

/** The same for plain words, which may have been a question. */
export function nearView(
  language: Language,
  unknown: NoCommand & { near: NearCommand & { options: Options } },
  lead: string,
): View {
  const { typed, near } = unknown;
  const line = nearLine(language, near, lead);
  const markdown = say(language, 'command.near', { said: shown(typed), near: shown(line) });
  const run = runButton(shortenLabel(line, LONGEST_LABEL), near.feature, near.options, 'primary');
  return { body: [{ kind: 'text', markdown }], controls: [...run, ...otherwise(language, unknown)] };
}

/** A private command or one with a form, as a button. */
export function behindButtonView(
  language: Language,
  feature: Feature,
  options: Options,
  { lead, isForm }: { readonly lead: string; readonly isForm: boolean },
): View {
  const command = shown(lineOf(feature.command, options, language, lead));
  const kind = isForm ? 'command.form' : 'command.only-you';
  const controls = runButton(say(language, `${kind}.open`), feature, options, 'primary');
  const markdown = say(language, controls.length === 0 ? `${kind}.type` : kind, { command });
  return { body: [{ kind: 'text', markdown }], controls };
}

/** An offer to look up a question that somebody asked among others. */
export function offerView(language: Language, controls: readonly Control[]): View {
  return { body: [{ kind: 'text', markdown: say(language, 'overhear.offer') }], controls };
}

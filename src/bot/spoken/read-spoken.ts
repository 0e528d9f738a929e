import { fillOptions } from '../../chat/fill-options.js';
import { findCommand, parseCommand, splitCommand } from '../../chat/parse-command.js';
import type { Place } from '../../chat/port.js';
import { asksNothing, coverageOf, type NotesCoverage } from '../../tutor/ask/notes-coverage.js';
import type { Call, Feature, Options } from '../feature.js';
import { commandBySynonym, type NearCommand, nearestCommand } from '../near-command.js';
import { withoutCourtesy, withoutWish } from '../phrases/courtesy.js';
import { withEmoji } from '../phrases/emoji.js';
import { type Idle, readIdle } from '../phrases/idle.js';
import { ASKS_FOR_HELP, BEGINS_TO_ASK, COMMAND_ALIASES } from '../phrases/phrases.js';
import { isPhrase, phraseAt, phrasesIn, phraseTokens } from '../phrases/tokens.js';
import { commandWords } from '../slack-words.js';

type SpokenEvent = { readonly place: Place };

/** The meaning of plain words to the bot. */
export type Spoken =
  | { readonly kind: 'command'; readonly feature: Feature; readonly options: Options }
  /** A line with a slash and a word that is no command. */
  | { readonly kind: 'no-command'; readonly name: string; readonly rest: string }
  /** A mistyped command or a synonym of one, which the notes do not know. */
  | { readonly kind: 'near'; readonly said: string; readonly near: NearCommand; readonly options: Options }
  /** A command with a slash and options that it does not have. */
  | { readonly kind: 'refused'; readonly problem: string }
  | Idle
  /** A question without content words. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'question'; readonly text: string };

const OWN_NAME = 'repaso';
const asksForHelp = phrasesIn(ASKS_FOR_HELP);
const beginsToAsk = phrasesIn(BEGINS_TO_ASK);
const aliases = Object.entries(COMMAND_ALIASES).map(([name, phrases]) => ({ name, phrases: phrasesIn(phrases) }));

/** Reads plain words to the bot. Only clear commands count; anything that may be a question is one. */
export async function readSpoken(call: Call<SpokenEvent>, features: readonly Feature[], said: string): Promise<Spoken> {
  const text = unquoted(withEmoji(said).trim());
  const typed = splitCommand(text);
  // On Slack commands follow the bot's own name; "/repaso help" works everywhere.
  if (typed?.name === OWN_NAME) return readSpoken(call, features, typed.rest);
  if (typed !== null) return readTyped(call, features, typed);
  const known = memo(() => coverageOf(call.context, call.learner, text));
  const idle = await readIdle(call, said);
  if (idle !== null) return idle;
  const asked = withoutCourtesy(text);
  const help = features.find(({ command }) => command.name === 'help');
  if (help !== undefined && (isPhrase(asked, asksForHelp) || isPhrase(text, asksForHelp))) {
    return { kind: 'command', feature: help, options: {} };
  }
  if (isPhrase(asked, beginsToAsk)) return { kind: 'nothing' };
  const sought = await readSought(call, features, asked, known);
  if (sought !== null) return sought;
  const command = await readCommand(call, features, asked, known);
  if (command !== null) return command;
  if (asked === '' || (asksNothing(asked) && (await known()) !== 'named')) return { kind: 'nothing' };
  return (await readNear(call, features, asked, known)) ?? { kind: 'question', text: asked };
}

function memo<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** "“what is a layer?”": a text that is all in quotes is what they ask. */
function unquoted(text: string): string {
  return /^["“„«'‘]([^"“”„«»]+)["”“»'’]$/u.exec(text)?.[1]?.trim() ?? text;
}

function readTyped(
  { language, event }: Call<SpokenEvent>,
  features: readonly Feature[],
  { name, rest }: { readonly name: string; readonly rest: string },
): Spoken {
  const feature = featureOf(features, name);
  if (feature === undefined) return { kind: 'no-command', name, rest };
  const parsed = parseCommand(feature.command, rest, commandWords([language]), event.place.lead);
  if (!parsed.ok) return { kind: 'refused', problem: parsed.problem };
  return asQuestion(feature, parsed.options) ?? { kind: 'command', feature, options: parsed.options };
}

function featureOf(features: readonly Feature[], word: string): Feature | undefined {
  const specs = features.map(({ command }) => command);
  const spec = findCommand(specs, word);
  return features.find(({ command }) => command === spec);
}

/** A command that asks the notes counts as a question. */
function asQuestion({ command }: Feature, options: Options): Spoken | null {
  const text = command.name === 'ask' ? options.question : command.name === 'explain' ? options.concept : undefined;
  return text === undefined || text.trim() === '' ? null : { kind: 'question', text };
}

/** The command at the beginning of a text, with the words after its name. */
function commandAt(features: readonly Feature[], text: string) {
  const tokens = phraseTokens(text);
  const also = aliases
    .map(({ name, phrases }) => ({ name, length: phraseAt(tokens, 0, phrases) }))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), { name: '', length: 0 });
  const word = tokens[0]?.word ?? '';
  const own = also.length === 0 ? featureOf(features, word) : undefined;
  const feature = own ?? features.find(({ command }) => command.name === also.name);
  const last = tokens[Math.max(1, also.length) - 1];
  if (feature === undefined || last === undefined) return null;
  const rest = text.slice(last.to).replace(/^[\s,.:;!?¡…–-]+/u, '');
  return { feature, rest, isBare: tokens.length === Math.max(1, also.length), words: tokens.length };
}

async function readCommand(
  call: Call<SpokenEvent>,
  features: readonly Feature[],
  asked: string,
  known: () => Promise<NotesCoverage>,
): Promise<Spoken | null> {
  for (const text of new Set([asked, withoutWish(asked)])) {
    const found = commandAt(features, text);
    if (found === null) continue;
    const { feature, rest } = found;
    if (found.isBare) {
      const isConcept = found.words === 1 && text === asked && (await known()) === 'named';
      return isConcept ? null : { kind: 'command', feature, options: {} };
    }
    if (feature.command.name === 'ask' || feature.command.name === 'explain') return { kind: 'question', text: rest };
    const meant = await understoodBy(call, feature, rest);
    if (meant !== null) return { kind: 'command', feature, options: meant };
  }
  return null;
}

/** The options in the words after a command's name, or `null` where they are none. */
export function optionsIn({ command }: Feature, words: string): Options | null {
  const filled = fillOptions(command.options, words, new Map());
  return filled.kind === 'filled' ? filled.options : null;
}

/** The options that the words clearly mean, without punctuation at their end. */
async function understoodBy(call: Call<SpokenEvent>, feature: Feature, words: string): Promise<Options | null> {
  const options = optionsIn(feature, words.replace(/[\s,.:;!?…]+$/u, ''));
  return options === null ? null : feature.understand(call, options, words);
}

/** Another word for a command, in a sentence of nothing else: "quiz me", "change language". */
async function readSought(
  { language }: Call<SpokenEvent>,
  features: readonly Feature[],
  asked: string,
  known: () => Promise<NotesCoverage>,
): Promise<Spoken | null> {
  const near = phraseTokens(asked).length > 1 ? commandBySynonym(features, asked, language) : null;
  return near === null || (await known()) === 'named' ? null : { kind: 'near', said: asked, near, options: {} };
}

/** The shortest word that may be a typo of a command; shorter ones resemble too many words. */
const SHORTEST_SLIP = 3;

/** A typo of a command's name: alone, where the notes do not know it, or with clear options. */
async function readNear(
  call: Call<SpokenEvent>,
  features: readonly Feature[],
  asked: string,
  known: () => Promise<NotesCoverage>,
): Promise<Spoken | null> {
  const state = await known();
  if (state === 'named') return null;
  for (const text of new Set([asked, withoutWish(asked)])) {
    const tokens = phraseTokens(text);
    const [first] = tokens;
    if (first === undefined || first.word.length < SHORTEST_SLIP) continue;
    const whole = tokens.map(({ word }) => word).join(' ');
    const near = state === 'unknown' ? nearestCommand(features, whole, call.language) : null;
    if (near !== null) return { kind: 'near', said: asked, near, options: {} };
    const begun = nearestCommand(features, first.word, call.language);
    const options = begun === null ? null : await understoodBy(call, begun.feature, text.slice(first.to).trim());
    if (begun === null || options === null || Object.keys(options).length === 0) continue;
    return { kind: 'near', said: asked, near: begun, options };
  }
  return null;
}

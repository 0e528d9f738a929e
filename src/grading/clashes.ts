import { isBe, leadsSomewhere, turnsRoles, worksBothWays } from '../language/answers.js';
import type { Compared, Comparison } from './measures.js';
import { type AnswerWord, isMeaning } from './read-words.js';
import { ALIKE, contradicts, likeness, relationOf } from './same-word.js';

/** What speaks against an answer, whatever else it says. `noted` and `given` are the words as they are written. */
export type Clash =
  /** One of the two denies the word. */
  | { readonly kind: 'denial'; readonly noted: string; readonly given: string }
  | { readonly kind: 'opposite'; readonly noted: string; readonly given: string }
  | { readonly kind: 'number'; readonly noted: string; readonly given: string }
  /** Another name, flag or letter than the notes have. */
  | { readonly kind: 'name'; readonly noted: string; readonly given: string }
  /** What does something and what it is done to have changed places. */
  | { readonly kind: 'swapped'; readonly noted: string; readonly given: string };

/** All that an answer has against it. */
export function clashesOf(compared: Compared, comparison: Comparison): readonly Clash[] {
  const swap = swapIn(compared);
  return [
    ...denials(comparison),
    ...opposites(compared, comparison),
    ...otherNames(comparison),
    ...(swap === null ? [] : [swap]),
  ];
}

function clash(kind: Clash['kind'], noted: AnswerWord, given: AnswerWord): Clash {
  return { kind, noted: noted.shown, given: given.shown };
}

/** Words that both say, and one denies. Contraries of which one is denied say the same. */
function denials({ fresh }: Comparison): readonly Clash[] {
  return fresh.flatMap(({ noted, given, likeness: alike }): readonly Clash[] => {
    if (given === null || given.isDenied === noted.isDenied || alike < ALIKE.kin) return [];
    return relationOf(noted.folded, given.folded) === 'opposite' ? [] : [clash('denial', noted, given)];
  });
}

function opposites({ noted, given }: Compared, { pairings }: Comparison): readonly Clash[] {
  const unsaid = pairings.filter((pairing) => pairing.given === null).map((pairing) => pairing.noted);
  const candidates = [...unsaid, ...noted.filter((word) => !isMeaning(word))];
  return given.flatMap((word): readonly Clash[] => {
    if (noted.some((each) => likeness(each, word) > 0)) return [];
    const contrary = candidates.find((each) => contradicts(each, word));
    const isSaid = contrary !== undefined && given.some((each) => each.folded === contrary.folded);
    return contrary === undefined || isSaid ? [] : [clash('opposite', contrary, word)];
  });
}

function otherNames({ pairings, strange }: Comparison): readonly Clash[] {
  const unsaid = pairings.filter((pairing) => pairing.given === null).map((pairing) => pairing.noted);
  return strange.flatMap((word): readonly Clash[] => {
    if (word.kind !== 'number' && word.kind !== 'letter' && word.kind !== 'exact') return [];
    const instead = unsaid.find(({ kind }) => kind === word.kind);
    if (instead === undefined) return [];
    return [clash(word.kind === 'number' ? 'number' : 'name', instead, word)];
  });
}

/**
 * Where what stood before a word stands behind it and the other way round: "la imagen es la plantilla del Dockerfile". The
 * question's own thing stands first, as in "¿Qué es un Dockerfile?".
 */
function swapIn({ question, noted, given }: Compared): Clash | null {
  const turned = (words: readonly AnswerWord[]) => words.some(({ folded }) => turnsRoles(folded));
  if (turned(noted) !== turned(given) || [...noted, ...given].some(({ folded }) => worksBothWays(folded))) return null;
  const topic = question.filter((word) => isMeaning(word) && !has(noted, word));
  const told = [...topic, ...noted].filter(isMeaning);
  const typed = given.filter(isMeaning);
  const turnedRound = definesTheRest(topic, noted, given);
  if (turnedRound !== null) return turnedRound;
  const led = swapAround(noted, given);
  if (led !== null) return led;
  for (const [at, middle] of told.entries()) {
    const there = typed.findIndex((word) => likeness(middle, word) === ALIKE.same);
    if (there < 0) continue;
    const moved = told.slice(0, at).find((word) => onlyIn(typed.slice(there + 1), typed.slice(0, there), word));
    const came = told.slice(at + 1).find((word) => onlyIn(typed.slice(0, there), typed.slice(there + 1), word));
    if (moved === undefined || came === undefined) continue;
    if (has(told.slice(at + 1), moved) || has(told.slice(0, at), came)) continue;
    return clash('swapped', moved, came);
  }
  return null;
}

/** "Turns energy into light" for "turns light into energy": what stands right before and right behind. */
function swapAround(noted: readonly AnswerWord[], given: readonly AnswerWord[]): Clash | null {
  const sidesOf = (words: readonly AnswerWord[]) => {
    const at = words.findIndex(({ folded }) => leadsSomewhere(folded));
    return {
      before: words.slice(0, Math.max(0, at)).findLast(isMeaning),
      after: words.slice(at + 1).filter(isMeaning),
    };
  };
  const [told, typed] = [sidesOf(noted), sidesOf(given)];
  if (told.before === undefined || typed.before === undefined) return null;
  const isTurned = onlyIn(typed.after, [typed.before], told.before) && onlyIn(told.after, [told.before], typed.before);
  return isTurned ? clash('swapped', told.before, typed.before) : null;
}

/** "The template is a Dockerfile", to "What is a Dockerfile?": what is asked about stands behind the verb. */
function definesTheRest(
  topic: readonly AnswerWord[],
  noted: readonly AnswerWord[],
  given: readonly AnswerWord[],
): Clash | null {
  const verb = given.findIndex(({ folded }) => isBe(folded));
  const [before, after] = [given.slice(0, Math.max(0, verb)), given.slice(verb + 1)];
  const moved = topic.find((word) => onlyIn(after, before, word));
  const first = before.find((word) => isMeaning(word) && has(noted, word));
  return moved === undefined || first === undefined ? null : clash('swapped', moved, first);
}

function onlyIn(words: readonly AnswerWord[], others: readonly AnswerWord[], word: AnswerWord): boolean {
  return has(words, word) && !has(others, word);
}

function has(words: readonly AnswerWord[], word: AnswerWord): boolean {
  return words.some((each) => likeness(each, word) === ALIKE.same);
}

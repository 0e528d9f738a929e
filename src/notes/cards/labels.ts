import { canBeName, opensAside } from '../../language/any/lines.js';
import { firstWords } from '../../language/clause.js';
import type { Grammar } from '../../language/grammar.js';
import { countWords, plainMarkdown } from '../../language/text.js';
import type { EntryPlace } from './rule.js';
import type { DefinedTerm } from './terms.js';
import { type Risk, risk } from './trust.js';

/** So many times a label may name a thing that is told of again; more often it is a part of each. */
const MOST_TIMES = 2;
const LONG_LABEL_WORDS = 4;
const LONGEST_LABEL_WORDS = 6;
/** A value is so short that it says nothing of what a thing is. */
const LONGEST_VALUE_WORDS = 2;

/** "Causas", "Def" below each of several illnesses: what is said of the one above, told by its standing below many. */
export function isPartOfEach(label: string, { deck }: EntryPlace): boolean {
  return deck.labels.places(label) >= MOST_TIMES;
}

/** "Garantiza una entrega", "Create a role": a word with its object says what is done, it names nothing. */
function hasObject(label: string, { words, sentences }: Grammar): boolean {
  const [first = '', second = ''] = firstWords(label, 3);
  if (words.articles.has(first)) return false;
  return words.articles.has(second) || (second !== '' && sentences.opensWithVerb(label));
}

/** What speaks against taking a label for the name of a thing. */
export function risksOfLabel(
  { term, isCode, definition }: DefinedTerm,
  { grammar, deck }: EntryPlace,
): readonly (Risk | null)[] {
  if (isCode) return [];
  const label = plainMarkdown(term);
  const count = countWords(label);
  const isName = canBeName(label) && grammar.sentences.isNominal(label);
  return [
    risk(hasObject(label, grammar), 'label', 0.4),
    risk(!isName, 'label', 0.35),
    risk(count > LONGEST_LABEL_WORDS, 'label', 0.3),
    risk(count > LONG_LABEL_WORDS, 'label', 0.15),
    risk(/\d\s*$/u.test(label) && !/\p{L}\d/u.test(label), 'label', 0.25),
    risk(deck.labels.times(label) > MOST_TIMES, 'label', 0.4),
    risk(grammar.sentences.isPersonal(definition), 'worth', 0.35),
    risk(grammar.sentences.isRequest(definition) && !isCode, 'worth', 0.1),
    risk(!definesThing(definition, grammar), 'label', 0.3),
  ];
}

/** Whether a definition begins as one that says what a thing is or does: not with a side clause or a pronoun. */
function definesThing(definition: string, { sentences }: Grammar): boolean {
  return !opensAside(definition) && !sentences.opensWithPointer(definition);
}

/** `16`, "latón", "v1": which, how much or where, never what a thing is. */
export function isValue({ definition, separator }: DefinedTerm): boolean {
  const isShort = countWords(definition) <= LONGEST_VALUE_WORDS;
  return separator !== 'verb' && (isShort || /^`[^`]+`\.?$/u.test(definition) || /^[\d.,]+\s?\S*$/u.test(definition));
}

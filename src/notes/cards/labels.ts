import { pattern } from '../../core/word-pattern.js';
import {
  canBeName,
  isAdverbial,
  isNumberedPart,
  opensAside,
  opensOne,
  opensRelative,
  opensThing,
} from '../../language/any/lines.js';
import { isBe, isExample } from '../../language/any/sentences.js';
import { firstWords } from '../../language/clause.js';
import type { Grammar } from '../../language/grammar.js';
import { anyList } from '../../language/lists.js';
import { countWords, plainMarkdown } from '../../language/text.js';
import type { EntryPlace } from './rule.js';
import type { DefinedTerm } from './terms.js';
import { isAttribute, nounStems } from './topic.js';
import { type Risk, risk } from './trust.js';

/** So many times a label may name a thing that is told of again; more often it is a part of each. */
const MOST_TIMES = 2;
const LONG_LABEL_WORDS = 4;
const LONGEST_LABEL_WORDS = 6;
/** Fewer words say seldom what a thing is. */
const FEWEST_WORDS = 3;

/** "Garantiza una entrega", "Create a role": a word with its object says what is done, it names nothing. */
function hasObject(label: string, { words, sentences }: Grammar): boolean {
  const [first = '', second = ''] = firstWords(label, 3);
  if (words.articles.has(first)) return false;
  return words.articles.has(second) || (second !== '' && sentences.opensWithVerb(label));
}

/** What speaks against taking a label for the name of a thing. */
export function risksOfLabel(
  { term, isCode, definition }: DefinedTerm,
  { entry, grammar, deck }: EntryPlace,
  isQuality = false,
): readonly (Risk | null)[] {
  const isOpen = definition !== '' && !definesThing(definition, grammar);
  if (isCode) return [risk(isOpen, 'label', 0.3)];
  const label = plainMarkdown(term);
  const count = countWords(label);
  const isGlossary = deck.labels.isGlossary(entry);
  const isName = canBeName(label) && grammar.sentences.isNominal(label);
  return [
    risk(hasObject(label, grammar) || !isName, 'label', 0.4),
    risk(count > LONGEST_LABEL_WORDS, 'label', 0.3),
    risk(countsUp(definition, grammar), 'label', 0.3),
    risk(/^\(.*\)\.?$/u.test(definition) || isAdverbial(definition), 'label', 0.3),
    risk(!agreesWith(label, definition, grammar), 'label', 0.35),
    risk(
      definition !== '' && countWords(definition) < FEWEST_WORDS && !isAttribute(label) && !opensOne(definition),
      'label',
      0.3,
    ),
    risk(count > LONG_LABEL_WORDS, 'label', 0.15),
    risk(isNumberedPart(label) || /^\p{L}\d?$/u.test(label), 'label', 0.4),
    risk(/[+=/]\s|\s[+=]/u.test(label), 'label', 0.3),
    risk(isExample(definition), 'worth', 0.5),
    risk(deck.labels.times(label) > MOST_TIMES, 'label', 0.4),
    risk(grammar.sentences.isPersonal(`${label}: ${definition}`), 'worth', 0.35),
    risk(tellsToDo(label, definition, grammar), 'worth', 0.3),
    risk(isOpen, 'label', 0.3),
    risk(
      !isQuality && !isAttribute(label) && definition !== '' && !isGlossary && !saysWhatItIs(definition, grammar),
      'label',
      0.4,
    ),
    risk(/^["“«'(]/u.test(definition), 'label', 0.3),
    risk(opensOne(label), 'label', 0.35),
    risk(opensRelative(definition), 'label', 0.4),
    risk(/^[^:]{1,20}:\s/u.test(definition), 'label', 0.25),
    risk(definition !== '' && !/\p{L}{2}/u.test(definition), 'label', 0.35),
    risk(!isQuality && speaksOfOthers(term, definition, grammar), 'label', 0.15),
  ];
}

/** Words before the one that says of what: "snapshot of", "archivo de texto que", "list of". */
const GENUS = pattern('iu')`^(?:[\p{L}-]+\s){1,4}${anyList('genus joints')}(?:\s|$)`;

/** "Fever: document temperature prior to therapy" says what to do; "Pulling: fetch from …" what the word means. */
function tellsToDo(label: string, definition: string, { sentences }: Grammar): boolean {
  if (sentences.dropsSubjects || /ing$/u.test(label) || GENUS().test(definition)) return false;
  return sentences.isRequest(definition) && sentences.clauseOf(definition) === null;
}

/** "Patentes, modelos de utilidad, marcas": members of a thing, not what it is. */
function countsUp(definition: string, { sentences }: Grammar): boolean {
  const parts = definition.split(/[,;/]\s|\s[-–]\s/u);
  return (
    parts.length > 2 &&
    countWords(parts[0] ?? '') <= 3 &&
    !opensOne(definition) &&
    sentences.clauseOf(definition) === null
  );
}

/** "Cadencia de autoestima: compensan con …": the verb speaks of others. */
function agreesWith(label: string, definition: string, { sentences, nouns }: Grammar): boolean {
  const clause = sentences.clauseOf(definition);
  if (clause?.subject !== null) return true;
  return sentences.agrees(clause.verbWord, nouns.numberOfTerm(label, definition)) || clause.clitic !== '';
}

/** "Condition precedent: the plaintiff must prove …" speaks of somebody else, and does not say what it is. */
export function speaksOfOthers(term: string, definition: string, grammar: Grammar): boolean {
  const clause = grammar.sentences.clauseOf(definition);
  if (!clause?.subject || (isBe(clause.verbWord) && opensThing(clause.rest))) return false;
  const named = nounStems(term, grammar);
  return !nounStems(clause.subject, grammar).some((stem) => named.includes(stem));
}

/** "how two merchants have dealt", "CO₂, a gas". */
const HOW = pattern('iu')`^${anyList('how openers')}\s`;
const APPOSITION = pattern('iu')`^[^,]{1,30},\s${anyList('indefinite articles')}\s`;

/**
 * Whether a definition is in the form of one: "a snapshot …", "the text of …", "list of …", "recording …", "permite …",
 * "is an …".
 */
export function saysWhatItIs(definition: string, { code, sentences, words }: Grammar): boolean {
  // Of a language that nobody knows nothing can be said; its author set the term off.
  if (code === null) return true;
  const text = definition.replace(/\([^)]*\)\s?/gu, '');
  if (opensThing(text) || /^(?:[≈~<>$€]?\s?\d|\\[<>])/u.test(text) || HOW().test(text) || APPOSITION().test(text))
    return true;
  const clause = sentences.clauseOf(text);
  if (clause !== null) return clause.subject === null || isBe(clause.verbWord);
  const [first = ''] = firstWords(text, 1);
  return words.actions.has(first) || /ing$/u.test(first) || GENUS().test(text);
}

/** "A process that …", "list of …": a definition by its first words, whatever the label. */
export function opensDefinition(definition: string): boolean {
  return opensOne(definition) || GENUS().test(definition);
}

/** Whether a definition begins as one that says what a thing is or does: not with a side clause or a pronoun. */
function definesThing(definition: string, { sentences }: Grammar): boolean {
  return !opensAside(definition) && !sentences.opensWithPointer(definition);
}

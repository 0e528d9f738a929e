import { opensRelative, opensThing } from '../../../language/any/lines.js';
import { isBe, isOfSomething } from '../../../language/any/sentences.js';
import type { Clause } from '../../../language/clause.js';
import type { SentenceGrammar } from '../../../language/grammar.js';
import { isPair } from '../../../language/nouns.js';
import { looksPlural } from '../../../language/number.js';
import { countWords, fold, wholeWords } from '../../../language/text.js';
import type { EntryPlace } from '../rule.js';
import { type Risk, risk } from '../trust.js';
import { isLent, type Subject, speaksOfTopic, type ToldSentence } from './sentence-subject.js';

/** A sentence of more words holds more than one fact, as a rule. */
const CLEAR_WORDS = 24;
const LONG_WORDS = 34;
/** "X is Y" in fewer words hardly says what X is. */
const FEWEST_WORDS_OF_IDENTITY = 3;

/** "La idea", "the result": a noun alone with its article is known by what was said before. */
function isBareNoun(subject: string, { words }: EntryPlace['grammar']): boolean {
  const [first = '', ...rest] = wholeWords(subject);
  return words.articles.has(first) && rest.length === 1 && !looksPlural(rest[0] ?? '');
}

/** "La duramadre es un tejido …" says itself what it speaks of; "el resultado es la suma …" does not say of what it is one. */
function isDefined(told: ToldSentence, { subject, verbWord, rest }: Clause): boolean {
  if (speaksOfTopic(told)) return true;
  return isBe(verbWord) && opensThing(rest) && !wholeWords(subject ?? '').some(isOfSomething);
}

/** A name in the middle of notes on something else: "Locke was a …" says one thing of many. */
function isForeignName(told: ToldSentence, clause: Clause): boolean {
  const name = clause.subject ?? '';
  const { deck, section } = told.place;
  const { use } = deck;
  if ([deck.name, ...section.path].some((title) => wholeWords(title).includes(fold(name)))) return false;
  return /^\p{Lu}\p{Ll}+$/u.test(name) && use.count(name) > 1 && !use.isCommon(name) && !speaksOfTopic(told);
}

/** What speaks against any card of a sentence, however it is asked. */
export function risksOf(told: ToldSentence): readonly (Risk | null)[] {
  const { sentence, place, isFollowUp } = told;
  const words = countWords(sentence);
  const isProse = place.entry.kind === 'paragraph' && place.section.blocks.length > 1;
  return [
    risk(words > CLEAR_WORDS, 'open', 0.1),
    risk(words > LONG_WORDS, 'open', 0.15),
    risk(isFollowUp, 'subject', speaksOfTopic(told) ? 0.1 : 0.35),
    risk(place.entry.children.length > 0 && !/[.!]$/u.test(sentence), 'subject', 0.3),
    risk(isProse && /^\p{Ll}/u.test(sentence), 'subject', 0.2),
  ];
}

/** Whether a clause without a subject speaks of the heading: its language leaves subjects out, or it says "it", or has an object. */
function isSpokenOf({ pronoun, rest }: Clause, { dropsSubjects }: SentenceGrammar): boolean {
  return dropsSubjects || pronoun !== '' || opensThing(rest);
}

/** What speaks against asking a clause for what it says of its subject. */
export function risksOfQuestion(
  told: ToldSentence,
  clause: Clause,
  asking: string,
  { isNamed, asked }: Subject,
): readonly (Risk | null)[] {
  const { place } = told;
  const { sentences } = place.grammar;
  const words = countWords(clause.subject ?? '');
  const isWhat = !isBe(clause.verbWord) && place.grammar.ask.asksWhat(asking);
  return [
    ...risksOf(told),
    risk(!isNamed && !isLent(told), 'subject', 0.25),
    risk(!isNamed && clause.subject !== null, 'subject', 0.2),
    risk(!isNamed && clause.clitic === '' && !sentences.isSurelyVerb(clause.verbWord), 'subject', 0.25),
    risk(words > 6, 'subject', 0.15),
    risk(isNamed && !isBe(clause.verbWord) && !sentences.agrees(clause.verbWord, asked.number), 'subject', 0.35),
    risk(isNamed && !isBe(clause.verbWord) && !speaksOfTopic(told), 'open', isWhat ? 0.2 : 0.1),
    risk(place.entry.kind === 'paragraph' && !isBe(clause.verbWord), 'open', 0.15),
    risk(isForeignName(told, clause), 'open', 0.35),
    risk(isNamed && isBareNoun(clause.subject ?? '', place.grammar) && !isDefined(told, clause), 'subject', 0.35),
    risk(opensRelative(clause.rest), 'subject', 0.4),
    risk(isBe(clause.verbWord) && countWords(clause.rest) < FEWEST_WORDS_OF_IDENTITY, 'worth', 0.35),
    risk(isBe(clause.verbWord) && sentences.ranks(clause.rest), 'open', 0.35),
    risk(!isNamed && !isBe(clause.verbWord) && isPair().test(told.topic.name), 'subject', 0.25),
    risk(!isNamed && !isSpokenOf(clause, sentences), 'subject', 0.25),
    risk(isWhat && sentences.saysLittle(clause.verbWord), 'open', 0.2),
    risk(isWhat && clause.negation !== '' && !clause.rest.includes(','), 'open', 0.2),
  ];
}

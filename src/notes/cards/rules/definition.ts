import { endsAsExample, isCrossReference, isOneOfAKind, saysLittle, tellsTo } from '../../../language/any/lines.js';
import { opensName, saysWhat } from '../../../language/any/sentences.js';
import { firstWords } from '../../../language/clause.js';
import { type GrammaticalNumber, inSentence } from '../../../language/nouns.js';
import { looksPlural } from '../../../language/number.js';
import { proseSentences } from '../../../language/sentences.js';
import { countWords, fold, lowerFirst, plainMarkdown, upperFirst } from '../../../language/text.js';
import { YEAR_TERM } from '../../../language/time.js';
import type { Entry } from '../../read/entries.js';
import type { Inline } from '../../read/inline.js';
import { entryTerm } from '../entry-term.js';
import { isValue } from '../label-use.js';
import { opensDefinition, risksOfLabel, speaksOfOthers } from '../labels.js';
import { MAX_BACK_WORDS } from '../refusals.js';
import { type CardDraft, type EntryPlace, type Rule, refusal } from '../rule.js';
import { type DefinedTerm, definedTerm, termNames } from '../terms.js';
import {
  cleanTitle,
  isAttribute as isAttributeName,
  isSetOfQualities,
  nounStems,
  type Topic,
  topicPhrase,
  topicPrefix,
  underTopic,
} from '../topic.js';
import { doubtOf, risk } from '../trust.js';
import { entryTopic, termTopic } from './entry-topic.js';
import { qualifiedTerm } from './qualified-term.js';
import { statementDrafts } from './statement.js';

/** A definition of at most so many words is answered whole; the rest of a longer one becomes cards of its own. */
const WHOLE_ANSWER_WORDS = 25;
/** What a sign between term and definition is worth where nothing speaks against it. */
const FORM = { arrow: 0.85, colon: 0.75, dash: 0.7, value: 0.6 } as const;

/** An answer that is too long is cut where its author begins another part of it. */
function parted(text: string): readonly string[] {
  return proseSentences(text).flatMap((sentence) =>
    countWords(sentence) > MAX_BACK_WORDS ? sentence.split(/(?<=;)\s+/u) : [sentence],
  );
}

/** A part without the mark behind which the next one begins. */
function withoutCut(part: string): string {
  return part.replace(/;$/u, '');
}

/**
 * The sentences with the one that defines the term first, where the text comes to it only later: "Labels point to …
 * A detached HEAD means that …".
 */
function definingFirst(sentences: readonly string[], term: string, { grammar }: EntryPlace): readonly string[] {
  const stems = new Set(nounStems(term, grammar));
  const isAbout = (sentence: string) => {
    const clause = grammar.sentences.clauseOf(sentence.replace(/^\p{L}+,\s/u, ''));
    const named = clause?.subject ? nounStems(clause.subject, grammar) : [];
    return { isNamed: named.some((stem) => stems.has(stem)), defines: saysWhat(clause?.verbWord ?? ''), clause };
  };
  const first = isAbout(sentences[0] ?? '');
  if (!first.clause?.subject || first.isNamed) return sentences;
  const at = sentences.findIndex((sentence) => {
    const { isNamed, defines } = isAbout(sentence);
    return isNamed && defines;
  });
  if (at < 1) return sentences;
  const found = sentences[at] ?? '';
  return [upperFirst(found.replace(/^\p{L}+,\s/u, '')), ...sentences.slice(at + 1)];
}

/** How many sentences make one answer. */
function answered(sentences: readonly string[]): number {
  let words = 0;
  let count = 0;
  for (const sentence of sentences) {
    words += countWords(sentence);
    if (count > 0 && words > WHOLE_ANSWER_WORDS) break;
    count += 1;
  }
  return count;
}

/** The term as it stands in the question: in bold, with the article that the notes give it. */
function phraseOf(term: string, definition: string, number: GrammaticalNumber, place: EntryPlace): string {
  const { grammar, deck } = place;
  const { name } = termNames(plainMarkdown(term));
  const inside = inSentence(term, deck.use);
  return withArticle(grammar.nouns.articleOfTerm({ term, inside, name, definition }, number, deck.use), inside);
}

function withArticle(article: string, term: string): string {
  const [first = '', second] = term.split(/\s/u);
  const hasOwn = second !== undefined && opensName(first.toLowerCase());
  return article === '' || hasOwn ? `**${term}**` : `${article} **${term}**`;
}

type Answer = { readonly back: string; readonly tells: readonly Entry[] };

/**
 * "Text file which stores:" is answered together with the list under it, and a command with the few options under it,
 * where that makes no wall of text.
 */
function withList(answer: string, { inline, children }: Entry, isCode: boolean): Answer {
  const items = children.map((child) => `- ${isCode ? optionText(child) : child.inline.text}`);
  const whole = [answer, ...items].join('\n');
  const isOpen = inline.text.endsWith(':') || answer.endsWith(':');
  const isShort = countWords(whole) <= (isOpen ? MAX_BACK_WORDS : WHOLE_ANSWER_WORDS);
  const hasOptions = isCode && children.length <= MOST_OPTIONS && children.every(isOption);
  return children.length > 0 && isShort && (isOpen || hasOptions)
    ? { back: whole, tells: children }
    : { back: answer, tells: [] };
}

/** More options than that are asked one by one. */
const MOST_OPTIONS = 2;
const OPTION = /^(?:--?[\p{L}?]|[{$<[])/u;

function isOption(entry: Entry): boolean {
  const term = entryTerm(entry);
  return term !== null && entry.children.length === 0 && OPTION.test(plainMarkdown(term.term));
}

function optionText(entry: Entry): string {
  const term = entryTerm(entry);
  return term ? `\`${plainMarkdown(term.term)}\`: ${term.definition}` : entry.inline.text;
}

/** "Repo - Repository.": another name of the same word says nothing of it. */
function isAbbreviated(term: string, definition: string): boolean {
  const [short, long] = [term, definition].map((text) =>
    fold(text)
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .trim(),
  );
  return short !== undefined && long !== undefined && !/\s/u.test(long) && long.startsWith(short);
}

/** "FPP: Frontera de Posibilidades de Producción": letters with the words that they stand for. */
function isSpelledOut(term: string, definition: string): boolean {
  const letters = /^\p{Lu}{2,6}$/u.exec(plainMarkdown(term))?.[0] ?? '';
  const initials = [...definition.matchAll(/(?<!\p{L})\p{L}/gu)].map(([letter]) => letter.toUpperCase());
  if (letters === '' || countWords(definition) > letters.length * 2) return false;
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at += 1;
  return at === letters.length;
}

/** "Create Role: Create a role with …" tells what to do, and how. */
function isStep({ term, definition, isCode }: DefinedTerm, { words }: EntryPlace['grammar']): boolean {
  if (isCode) return false;
  if (tellsTo(term)) return true;
  const [[first = '', second = ''], [does = '']] = [firstWords(term, 2), firstWords(definition, 1)];
  const isNoun = fold(definition).startsWith(fold(plainMarkdown(term)));
  return second !== '' && words.actions.has(first) && words.actions.has(does) && !isNoun;
}

/** "Power Usage Effectiveness $$PUE = …$$": a name with its formula. */
export const formula: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { text, marks, line } = place.entry.inline;
  const mark = marks.at(-1);
  const isLast = mark?.kind === 'math' && mark.end >= text.length - 1;
  if (!isLast || marks.some(({ kind }, index) => kind === 'math' && index < marks.length - 1)) return null;
  const name = text.slice(0, mark.start).replace(/[\s:=–-]+$/u, '');
  const count = countWords(name);
  const isFormula = /[=≈≤≥<>]|\\(?:approx|le|ge|propto)/u.test(text.slice(mark.start));
  if (count === 0 || count > 6 || !isFormula || endsAsExample(name) || place.grammar.sentences.clauseOf(name))
    return null;
  const front = place.grammar.ask.formula(name);
  const back = text.slice(mark.start, mark.end);
  return [{ kind: 'basic', front, back, concept: name, fact: back, facet: '', line }];
};

/** A label with its question. `isUnder`: it is asked under the name of what it belongs to. */
type Labelled = { readonly question: string; readonly isUnder: boolean; readonly number: GrammaticalNumber };

/** `**Gota**: ¿cuáles son las causas?`: what a label says of the line above it; "Def" asks what that is. */
function askPart(term: DefinedTerm, above: Topic, place: EntryPlace): Labelled | null {
  const { ask } = place.grammar;
  const label = lowerFirst(plainMarkdown(term.term));
  if (above.kind === 'thing' && place.grammar.titles.asksWhat(label)) {
    const question = ask.whatIs(topicPhrase(above), above.number);
    return question === null ? null : { question, isUnder: false, number: above.number };
  }
  if (!place.deck.labels.isPartOfEach(term.term) || isAttributeName(label)) return null;
  return { question: `**${label}**`, isUnder: true, number: 'sg' };
}

/** "Ley de Parkinson: los programas se expanden …": what its definition says is no "what is", so its name asks. */
function askStated(shown: string): Labelled {
  return { question: `**${plainMarkdown(shown)}**`, isUnder: true, number: 'sg' };
}

/** The question of a label that names a thing. */
function askThing(term: DefinedTerm, shown: string, above: Topic, place: EntryPlace): Labelled {
  const { grammar, topic } = place;
  const isCode = shown.startsWith('`');
  const isAttribute = isAttributeName(shown) && !isOneOfAKind(term.definition);
  const isMember = above.kind === 'category';
  const isQuality = isMember && isSetOfQualities(above);
  const isPart = (above !== topic && !isMember) || isAttribute;
  const plural = isAttribute && looksPlural(shown);
  const number = isCode ? 'sg' : plural ? 'pl' : grammar.nouns.numberOfTerm(plainMarkdown(shown), term.definition);
  const phrase = isCode ? shown : phraseOf(isAttribute ? lowerFirst(shown) : shown, term.definition, number, place);
  const isAspect = grammar.titles.isAspect(shown);
  const isUnder = (isMember || isPart || isAspect) && !isCode;
  if (YEAR_TERM.test(shown)) return { question: grammar.ask.year(shown), isUnder, number };
  if (isAspect) return { question: grammar.ask.aspect(lowerFirst(plainMarkdown(shown))), isUnder, number };
  const isLetters = isSpelledOut(shown, term.definition);
  const asked = { phrase, number, isCode, isMember: isMember || isLetters, isQuality: isQuality || isLetters, isPart };
  return { question: grammar.ask.term(term.definition, asked), isUnder, number };
}

/** So many values one below the other are a list of pairs, which needs no line above that says what they are. */
const PAIRS = 3;
const LONGEST_LEAD_WORDS = 5;
const FEWEST_LEAD_WORDS = 3;

function wordsOf(above: Inline | null | undefined): string {
  const words = above ? (definedTerm(above)?.term ?? above.text) : '';
  return plainMarkdown(words).replace(/[\s:→]+$/u, '');
}

/** The line above a value: the name that it defines, or its words; a single word needs what stands above it as well. */
function leadOf({ parents, lead, section }: Entry): string {
  const own = wordsOf(parents.at(-1)?.inline ?? lead);
  if (own === '' || countWords(own) > 1) return own;
  const outer = wordsOf(parents.at(-2)?.inline ?? (parents.length > 0 ? parents[0]?.lead : null));
  const above = outer === '' && section.path.length > 0 ? cleanTitle(section.title) : outer;
  return above === '' || countWords(above) > LONGEST_LEAD_WORDS ? own : `${above}, ${lowerFirst(own)}`;
}

/** Whether the line above says what the values are, in more than a name: "Longest stay by street:". */
function isAnnounced({ parents, lead }: Entry): boolean {
  return countWords(wordsOf(parents.at(-1)?.inline ?? lead)) >= FEWEST_LEAD_WORDS;
}

/** "Cada familia tiene su material: Violines → madera": the line above says what a value is of each. */
function valueDraft(term: DefinedTerm, place: EntryPlace): CardDraft | null {
  const { entry, topic, deck } = place;
  const beside = deck.labels.valuesBeside(entry);
  const lead = leadOf(entry);
  if (!isValue(term) || YEAR_TERM.test(term.term) || place.grammar.titles.asksWhat(plainMarkdown(term.term)))
    return null;
  if (beside < 2 || (lead === '' && (beside < PAIRS || /^\p{L}+\s/u.test(term.definition)))) return null;
  const isShort = lead !== '' && countWords(lead) <= 10;
  const risks = risksOfLabel({ ...term, definition: '' }, place);
  const doubt = doubtOf(FORM.value, 'label', [
    ...risks,
    risk(!isAnnounced(entry), 'label', 0.15),
    risk(!isShort && topic.kind === 'none' && lead !== '', 'subject', 0.3),
  ]);
  const name = plainMarkdown(term.term);
  const front = `${isShort ? `**${lead}**: ` : topicPrefix(topic)}**${name}**`;
  const fact = term.definition;
  return {
    kind: 'basic',
    front,
    back: upperFirst(fact),
    concept: name,
    fact,
    facet: '',
    line: entry.inline.line,
    doubt,
  };
}

/** `**Term** => definition` and its relatives: what the term is, and a card for each further fact. */
export const definition: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { entry, grammar } = place;
  const term = entryTerm(entry);
  if (!term || term.separator === 'verb') return null;
  if (isCrossReference(term.definition) || isAbbreviated(term.term, term.definition)) {
    return refusal('cross-reference');
  }
  if (saysLittle(term.definition)) return refusal('too-short');
  if (isStep(term, grammar)) return refusal('step');
  const shown = qualifiedTerm(entry, term);
  const isCode = shown.startsWith('`');
  const value = isCode ? null : valueDraft(term, place);
  if (value) return [value];
  const above = entryTopic(place);
  const labelled = isCode ? null : askPart(term, above, place);
  const sentences = definingFirst(parted(term.definition), term.term, place);
  const isQuality = isSetOfQualities(above);
  const isTold = !isCode && !isQuality && speaksOfOthers(term.term, sentences[0] ?? '', grammar);
  const isLetters = isSpelledOut(shown, term.definition);
  const { question, isUnder, number } = labelled ?? (isTold ? askStated(shown) : askThing(term, shown, above, place));
  const whole = answered(sentences);
  const { back, tells } = withList(upperFirst(withoutCut(sentences.slice(0, whole).join(' '))), entry, isCode);
  if (isCode && countWords(back) < 2) return refusal('too-short');
  const first: CardDraft = {
    kind: 'basic',
    front: isUnder ? underTopic(above, question) : question,
    back,
    tells,
    concept: plainMarkdown(shown),
    fact: parted(term.definition)[0] ?? term.definition,
    facet: '',
    line: entry.inline.line,
    label: isCode || isLetters || opensDefinition(term.definition) ? 'defined' : 'named',
    doubt: doubtOf(
      isLetters ? FORM.arrow : FORM[term.separator],
      'label',
      isLetters
        ? []
        : [
            risk(isAttributeName(shown) && entry.parents.length > 0 && above === place.topic, 'subject', 0.3),
            ...risksOfLabel({ ...term, isCode, definition: sentences[0] ?? '' }, place, isQuality),
          ],
    ),
  };
  const rest = statementDrafts(sentences.slice(whole).map(withoutCut), place, termTopic(shown, place, number), {
    followsUp: true,
  });
  return [first, ...rest];
};

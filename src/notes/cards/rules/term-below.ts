import { pattern } from '../../../core/word-pattern.js';
import { isNumberedPart, opensOne, opensThing } from '../../../language/any/lines.js';
import { anyList } from '../../../language/lists.js';
import { inSentence } from '../../../language/nouns.js';
import { looksPlural } from '../../../language/number.js';
import { proseSentences, withoutStop } from '../../../language/sentences.js';
import { countWords, plainMarkdown, upperFirst } from '../../../language/text.js';
import { lineBelow, lineOf, textBelow } from '../heading-glossary.js';
import { saysWhatItIs } from '../labels.js';
import type { CardDraft, EntryPlace, Rule, SectionPlace } from '../rule.js';
import { termNames } from '../terms.js';
import { cleanTitle, isAttribute, isGenericTitle, nounStems, topicPrefix } from '../topic.js';
import { doubtOf, risk } from '../trust.js';

const LONGEST_TERM_WORDS = 5;
const FEWEST_DEFINITION_WORDS = 4;
const LONGEST_DEFINITION_WORDS = 45;
const FORM = 0.75;
const TOLD = 0.4;
/** "Magma that has reached the surface". */
const SAYS_WHICH = pattern('iu')`^\p{L}+(?:\s\p{L}+)?\s${anyList('relatives')}\s`;
const LONGEST_FIRST_WORDS = 30;

/** Whether a heading stands among others that are terms with a short text each. */
function isAmongTerms(place: SectionPlace | EntryPlace): boolean {
  return place.kind === 'section' && place.deck.glossaries.has(place.section);
}

/** Whether a text says what a thing is without naming it: "A right to use another person's land". */
function isDefinition(text: string, place: SectionPlace | EntryPlace): boolean {
  const { grammar } = place;
  const words = countWords(text);
  if (words < FEWEST_DEFINITION_WORDS || words > LONGEST_DEFINITION_WORDS || /[:?]$/u.test(text)) return false;
  const isTold = isAmongTerms(place) && saysWhatItIs(text, grammar);
  if (!isTold && !opensThing(text.toLowerCase()) && !SAYS_WHICH().test(text)) return false;
  // "The study of cells is called cytology" says what something else is.
  if (grammar.sentences.naming(text) !== null) return false;
  const clause = grammar.sentences.clauseOf(upperFirst(grammar.sentences.mainClause(text)));
  return clause === null || (clause.subject === null && opensOne(text));
}

function isTerm(name: string, { grammar }: SectionPlace | EntryPlace): boolean {
  const count = countWords(name);
  if (count === 0 || count > LONGEST_TERM_WORDS || /[?¿!.,;:=→]/u.test(name)) return false;
  if (
    isGenericTitle(name) ||
    isNumberedPart(name) ||
    isAttribute(name) ||
    grammar.titles.isCategory(name) ||
    grammar.titles.isAction(name)
  )
    return false;
  return grammar.sentences.clauseOf(name) === null;
}

/** "A contract upon consideration of marriage" below "Marriage" says what kind of contract it is. */
function repeatsItself(name: string, definition: string, { grammar }: SectionPlace | EntryPlace): boolean {
  const said = nounStems(definition, grammar);
  const named = nounStems(name, grammar);
  return named.length > 0 && named.every((stem) => said.slice(1).includes(stem));
}

function isFormula(text: string): boolean {
  return /^\$\$?[^$]+\$\$?$/u.test(text);
}

function formulaOf(name: string, formula: string, { grammar }: SectionPlace | EntryPlace, line: number): CardDraft {
  const front = grammar.ask.formula(name);
  return { kind: 'basic', front, back: formula, concept: name, fact: formula, facet: '', line };
}

/** A name with what is told of it below, where that does not say what it is. */
function told(name: string, below: string, place: EntryPlace, line: number): CardDraft | null {
  const words = countWords(below);
  if (words < 2 || words > LONGEST_DEFINITION_WORDS || /[:?]$/u.test(below)) return null;
  const front = `${topicPrefix(place.topic)}**${name}**`;
  const doubt = doubtOf(TOLD, 'label', []);
  return {
    kind: 'basic',
    front,
    back: upperFirst(below),
    concept: name,
    fact: withoutStop(below),
    facet: '',
    line,
    yields: 'gap',
    doubt,
  };
}

function draftOf(name: string, below: string, place: SectionPlace | EntryPlace, line: number): CardDraft | null {
  const { grammar, deck, topic } = place;
  const definition = proseSentences(below)[0] ?? '';
  if (!isTerm(name, place) || !isDefinition(definition, place)) return null;
  const number = grammar.nouns.numberOfTerm(name, definition);
  const inside = inSentence(name, deck.use);
  const article = grammar.nouns.articleOfTerm(
    { term: name, inside, name: termNames(name).name, definition },
    number,
    deck.use,
  );
  const phrase = article === '' ? `**${inside}**` : `${article} **${inside}**`;
  const asked = { phrase, number, isCode: false, isMember: false, isQuality: false, isPart: false };
  const question = grammar.ask.term(definition, asked);
  const isClear = place.kind === 'section' || topic.kind !== 'category';
  const doubt = doubtOf(FORM, 'label', [
    risk(grammar.code === null, 'language', 0.3),
    risk(!opensOne(definition), 'label', place.kind === 'section' && !isAmongTerms(place) ? 0.3 : 0.15),
    risk(repeatsItself(name, definition, place), 'label', 0.3),
  ]);
  return {
    kind: 'basic',
    front: isClear ? question : topicPrefix(topic) + question,
    back: upperFirst(
      below.length > definition.length && countWords(below) <= LONGEST_DEFINITION_WORDS ? below : definition,
    ),
    concept: name,
    fact: withoutStop(definition),
    facet: '',
    line,
    doubt,
  };
}

/** A term on a line or a heading of its own, with what it is below it. */
export const termBelow: Rule = (place) => {
  if (place.kind === 'section') {
    const { section } = place;
    const opening = lineBelow(section);
    const below = textBelow(section) ?? (opening && opensOne(opening.text) ? opening : null);
    const isShort = below !== null && countWords(proseSentences(below.text)[0] ?? '') <= LONGEST_FIRST_WORDS;
    const isOfOne = looksPlural(section.title.split(' ').at(-1) ?? '') && opensOne(below?.text ?? '');
    if (!isShort || isOfOne) return null;
    const title = cleanTitle(section.title);
    const draft = draftOf(title, below.text, place, section.line);
    if (draft) return [{ ...draft, answers: [below.line, below.line] }];
    return isFormula(below.text) ? [formulaOf(title, below.text, place, section.line)] : null;
  }
  if (place.kind !== 'entry' || place.entry.blocks.length !== 1) return null;
  const { inline, blocks } = place.entry;
  const [block] = blocks;
  const below = lineOf(block);
  const name = plainMarkdown(inline.text);
  if (!below) return null;
  const draft = draftOf(name, below.text, place, inline.line);
  if (draft) return [{ ...draft, answers: [below.line, below.line] }];
  if (!isTerm(name, place)) return null;
  if (isFormula(below.text)) return [formulaOf(name, below.text, place, inline.line)];
  const rest = told(name, below.text, place, inline.line);
  return rest && [rest];
};

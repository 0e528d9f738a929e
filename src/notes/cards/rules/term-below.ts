import type { RootContent } from 'mdast';
import { pattern } from '../../../core/word-pattern.js';
import { opensOne, opensThing } from '../../../language/any/lines.js';
import { anyList } from '../../../language/lists.js';
import { inSentence } from '../../../language/nouns.js';
import { looksPlural } from '../../../language/number.js';
import { proseSentences, withoutStop } from '../../../language/sentences.js';
import { countWords, plainMarkdown, upperFirst } from '../../../language/text.js';
import { type Inline, linesOf } from '../../read/inline.js';
import type { Draft, EntryPlace, Rule, SectionPlace } from '../rule.js';
import { termNames } from '../terms.js';
import { cleanTitle, contentStems, isAttribute, isGenericTitle, topicPrefix } from '../topic.js';
import { doubtOf, risk } from '../trust.js';

const LONGEST_TERM_WORDS = 5;
const FEWEST_DEFINITION_WORDS = 4;
const LONGEST_DEFINITION_WORDS = 45;
const FORM = 0.75;
/** "Magma that has reached the surface". */
const SAYS_WHICH = pattern('iu')`^\p{L}+(?:\s\p{L}+)?\s${anyList('relatives')}\s`;
/** What stands below a heading and defines it is short: a longer text tells of it. */
const MOST_BLOCKS = 2;
const LONGEST_TEXT_WORDS = 60;
const LONGEST_FIRST_WORDS = 30;

/** Whether a text says what a thing is without naming it: "A right to use another person's land". */
function isDefinition(text: string, { grammar }: SectionPlace | EntryPlace): boolean {
  const words = countWords(text);
  if (words < FEWEST_DEFINITION_WORDS || words > LONGEST_DEFINITION_WORDS || /[:?]$/u.test(text)) return false;
  if (!opensThing(text.toLowerCase()) && !SAYS_WHICH().test(text)) return false;
  const clause = grammar.sentences.clauseOf(upperFirst(grammar.sentences.mainClause(text)));
  return clause === null || (clause.subject === null && opensOne(text));
}

function isTerm(name: string, { grammar }: SectionPlace | EntryPlace): boolean {
  const count = countWords(name);
  if (count === 0 || count > LONGEST_TERM_WORDS || /[?¿!.,;:=→]/u.test(name)) return false;
  if (isGenericTitle(name) || isAttribute(name) || grammar.titles.isCategory(name) || grammar.titles.isAction(name))
    return false;
  return grammar.sentences.clauseOf(name) === null;
}

/** "A contract upon consideration of marriage" below "Marriage" says what kind of contract it is. */
function repeatsItself(name: string, definition: string, { grammar }: SectionPlace | EntryPlace): boolean {
  const said = contentStems(definition, grammar);
  const named = contentStems(name, grammar);
  return named.length > 0 && named.every((stem) => said.slice(1).includes(stem));
}

function draftOf(name: string, below: string, place: SectionPlace | EntryPlace, line: number): Draft | null {
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
    risk(!opensOne(definition), 'label', place.kind === 'section' ? 0.3 : 0.15),
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

/** A paragraph as one line. */
function joined(node: RootContent | undefined): Inline | null {
  const lines = node?.type === 'paragraph' ? linesOf(node.children) : [];
  const [first] = lines;
  return first ? { ...first, text: lines.map(({ text }) => text).join(' ') } : null;
}

/** A term on a line or a heading of its own, with what it is below it. */
export const termBelow: Rule = (place) => {
  if (place.kind === 'section') {
    const { section } = place;
    const below =
      section.path.length === 0
        ? null
        : joined(section.blocks.find(({ type }) => type !== 'html' && type !== 'thematicBreak'));
    const isShort =
      below !== null &&
      section.blocks.length <= MOST_BLOCKS &&
      countWords(below.text) <= LONGEST_TEXT_WORDS &&
      countWords(proseSentences(below.text)[0] ?? '') <= LONGEST_FIRST_WORDS;
    const isOfOne = looksPlural(section.title.split(' ').at(-1) ?? '') && opensOne(below?.text ?? '');
    if (!isShort || isOfOne) return null;
    const draft = draftOf(cleanTitle(section.title), below.text, place, section.line);
    return draft ? [{ ...draft, answers: [below.line, below.line] }] : null;
  }
  if (place.kind !== 'entry' || place.entry.blocks.length !== 1) return null;
  const { entry } = place;
  const [block] = entry.blocks;
  const first = block?.type === 'list' && block.children.length === 1 ? block.children[0]?.children[0] : block;
  const below = joined(first);
  const draft = below && draftOf(plainMarkdown(entry.inline.text), below.text, place, entry.inline.line);
  return draft ? [{ ...draft, answers: [below.line, below.line] }] : null;
};

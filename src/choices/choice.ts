import { shortHash } from '../core/hash.js';
import { pattern } from '../core/word-pattern.js';
import { splitDeterminer } from '../language/determiners.js';
import { anyList } from '../language/lists.js';
import { looksPlural } from '../language/number.js';
import { fold, plainMarkdown, tidy, upperFirst } from '../language/text.js';
import { shapeOf } from './answer-shape.js';
import { type CardFacts, type ComparedCard, factsOf } from './card-facts.js';
import { overlap, shared } from './content-stems.js';
import { type Candidate, candidatesOf, pickWrong, rankWrong } from './distractors.js';
import { kindredOf } from './kindred.js';

/** One of several answers. `key` names it in a button. */
export type Option = { readonly key: string; readonly text: string };

/**
 * A question that offers its answers. `answers`: the card's question, with answers. `names`: what the card says, and
 * the names of which one is meant.
 */
export type Choice = {
  readonly kind: 'choice';
  readonly asks: 'answers' | 'names';
  /** What stands above the options, as Markdown. */
  readonly prompt: string;
  readonly options: readonly Option[];
  /** The key of the right one. */
  readonly right: string;
};

/** A claim that holds or does not. */
export type Claim = {
  readonly kind: 'claim';
  readonly term: string;
  readonly says: string;
  readonly isTrue: boolean;
};

/** An answer that only goes on with its question. */
const JOINED = pattern('iu')`^${anyList('openers that hang on')}[\s,]`;
const KEY_LENGTH = 6;
/** Of two cards' words, how many they share where both may say it of the same thing. */
const SAYS_THE_SAME = 0.3;
/** Words that an answer needs so that its name can be told by it. */
const LEAST_SAID = 2;

function keyOf(seed: string, text: string): string {
  return shortHash([seed, text]).slice(0, KEY_LENGTH);
}

function optionsOf(seed: string, right: string, wrong: readonly string[]): Pick<Choice, 'options' | 'right'> {
  const options = [right, ...wrong].map((text) => ({ text, key: keyOf(seed, text) }));
  // The keys are hashes of the day, so their order is a shuffle that stays all day.
  return { options: [...options].sort((a, b) => (a.key < b.key ? -1 : 1)), right: keyOf(seed, right) };
}

function answerOf(facts: CardFacts): Candidate | null {
  const { answer: text, shape, told: stems } = facts;
  return text === null || shape.length === 0 || JOINED().test(text) ? null : { text, shape, stems, facts };
}

/** The name of what a card asks about. */
function nameOf(facts: CardFacts): Candidate | null {
  if (facts.term === null || facts.card.kind === 'cloze') return null;
  const text = upperFirst(splitDeterminer(tidy(facts.term)).noun);
  const shape = { ...shapeOf(text, facts.language), isPlural: looksPlural(plainMarkdown(text)) };
  return { text, shape, stems: facts.subject, facts };
}

function others(card: ComparedCard, pool: readonly ComparedCard[]): readonly CardFacts[] {
  return pool.filter((each) => each.id !== card.id && !each.paused).map(factsOf);
}

/** The card's question with three wrong answers; `null` where the notes have none that could be taken for right. */
export function answersChoice(card: ComparedCard, pool: readonly ComparedCard[], seed: string): Choice | null {
  const facts = factsOf(card);
  const right = answerOf(facts);
  if (right === null || card.kind === 'cloze') return null;
  // Answers to another sort of question would be told apart, and those of gaps are seldom wrong for sure.
  const same = kindredOf(facts, others(card, pool)).filter(({ frame }) => frame === facts.frame);
  const wrong = pickWrong(right, candidatesOf(same, answerOf), { shown: facts.asked, about: facts.subject, seed });
  return (
    wrong && { kind: 'choice', asks: 'answers', prompt: card.front, ...optionsOf(seed, right.text, textsOf(wrong)) }
  );
}

/** What a card says of its term, with four names. */
export function namesChoice(card: ComparedCard, pool: readonly ComparedCard[], seed: string): Choice | null {
  const facts = factsOf(card);
  const right = nameOf(facts);
  const says = saidOf(facts);
  if (right === null || says === null) return null;
  const all = others(card, pool);
  const alike = new Set(all.filter((each) => overlap(each.told, facts.told) >= SAYS_THE_SAME).map(({ term }) => term));
  const same = kindredOf(facts, all).filter((each) => each.isCommon === facts.isCommon && !alike.has(each.term));
  const names = candidatesOf(same, nameOf).filter((each) => shared(each.stems, facts.told) === 0);
  const wrong = pickWrong(right, names, { shown: facts.told, about: facts.told, seed });
  return wrong && { kind: 'choice', asks: 'names', prompt: says, ...optionsOf(seed, right.text, textsOf(wrong)) };
}

/** The question with a hole for its term, and the answer; `null` where the answer names it. */
function saidOf({ card, isDefinition, answer, told, subject, holed }: CardFacts): string | null {
  if (card.kind === 'cloze' || answer === null || told.size < LEAST_SAID) return null;
  if (shared(subject, told) > 0) return null;
  const isBare = !/[\p{L}\p{N}]/u.test(holed);
  return isDefinition || isBare ? answer : `${holed}\n\n${answer}`;
}

/** A definition as a claim, with its own words or those of another thing of the kind; `null` where there is none. */
export function claimOf(card: ComparedCard, pool: readonly ComparedCard[], seed: string): Claim | null {
  const facts = factsOf(card);
  const right = answerOf(facts);
  if (right === null || facts.term === null || !facts.isDefinition || saidOf(facts) === null) return null;
  const same = kindredOf(facts, others(card, pool)).filter((each) => each.isDefinition);
  const [wrong] = rankWrong(right, candidatesOf(same, answerOf), seed);
  if (wrong === undefined) return null;
  const isTrue = shortHash([seed, 'claim']) < 'm';
  return { kind: 'claim', term: facts.term, says: isTrue ? right.text : wrong.text, isTrue };
}

const LETTERED = /^\s*\(?([a-h])[).:]\s+/iu;

/** The answers that the notes themselves offer; `null` where it is unclear which one is right. */
export function authoredChoice(card: ComparedCard, seed: string): Choice | null {
  const { choices } = card;
  if (choices === undefined || choices.length < 2) return null;
  const bare = (text: string) => fold(plainMarkdown(text.replace(LETTERED, ''))).trim();
  const letter = /^\(?([a-h])[).]?$/iu.exec(card.back.trim())?.[1]?.toLowerCase();
  const right = choices.filter(
    (each) =>
      bare(each) === bare(card.back) || (letter !== undefined && LETTERED.exec(each)?.[1]?.toLowerCase() === letter),
  );
  const [only] = right;
  if (only === undefined || right.length > 1) return null;
  const options = choices.map((text) => ({ text, key: keyOf(seed, text) }));
  return { kind: 'choice', asks: 'answers', prompt: card.front, options, right: keyOf(seed, only) };
}

function textsOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ text }) => text);
}

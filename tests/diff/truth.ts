import type { Card, StoredCard } from '../../src/core/card.js';
import type { DeckDiff } from '../../src/diff/diff-deck.js';
import type { Block } from './model.js';

/*
 * When a person would say that a card of the edited notes is the card that they knew. The test says it in its own
 * words, with nothing of what it tests. A stored card b and a card a of the edited notes are the same when
 *
 * 1. both were made from the same bullet or heading of the notes (a bullet that was split, merged, moved or reworded
 *    stays itself; the test makes the edits, so it knows), and its term was not replaced by another one;
 * 2. the term stays: what stands in bold or as code in the question (without the topic before it) has the same words, a
 *    typo in a word aside; of code, the same signs. Where a asks for a gap in a sentence, the words of b's term stand
 *    somewhere in a, its topic included. Where b has no term of its own, because it asks for a gap or its term comes
 *    from the heading, a stands under the same heading as b did, which may have another name by now, or b's answer is
 *    there whole;
 * 3. at least 60 % of the words of b's answer, all of them counted, are in a's answer, a typo in each aside, and one of
 *    them says something: "Están […] por muchas" is not left of "Están compuestas por muchas capas". The answer of a
 *    gap is its sentence with the gap filled.
 *
 * b loses its progress when there is such an a and no such a has b's id. A card can go on only once, and two bullets or
 * sentences that were merged cannot both go on. So two things are not held against the diff: b goes on in a card of the
 * same bullet that asks what b asked (of an answer that was split in two, the half with the question), or every such a
 * carries on another stored card made from the same bullet that has as good a claim to it: it is the same, asks the
 * same, or has as many words there, give or take one. Where both claims are as good, or a list was made of answers to one question or parted, leaving
 * it to a person is right as well.
 */

/** A card, the bullet or heading that it was made from, and the heading that this stands under. */
export type Made = { readonly card: Card; readonly block: Block; readonly under: Block | null };

const ENOUGH = 0.6;
/** Words that say nothing by themselves. */
const EMPTY = new Set(
  (
    'a al con de del el ella en es esta estan este fue ha hay la las le les lo los mas muchas muchos muy no o para pero ' +
    'por puede pueden que se ser si siempre sin solo son su sus tambien tener tiene tienen todo un una uno unos y ya ' +
    'an and are as at be by can for from has have in is it its of on or that the their they this to was which with'
  ).split(' '),
);
const ARTICLES = new Set(['el', 'la', 'los', 'las', 'un', 'una', 'the', 'a', 'an']);

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One letter more, fewer or another, or two neighbours changed: what the edits call a typo, and no more. */
function isTypo(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.includes('`') || Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = restA.length === restB.length && restA[0] === restB[1] && restA[1] === restB[0];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (swapped && restA.slice(2) === restB.slice(2))
  );
}

function withoutTopic(card: Card): string {
  return card.front.replace(/^\*\*[^*]+(?:\*\*:|[?!]\*\*) (?=\S)/, '');
}

function termOf(card: Card): readonly string[] | null {
  if (card.kind === 'cloze') return null;
  const marked = [...withoutTopic(card).matchAll(/\*\*(.+?)\*\*|(`[^`]+`)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  if (marked.some((term) => term.includes('`'))) return marked;
  return words(marked.length > 0 ? marked.join(' ') : withoutTopic(card));
}

function answerOf(card: Card): readonly string[] {
  return words(card.kind === 'cloze' ? withoutTopic(card).replace('[…]', () => card.back) : card.back);
}

/** The words of the first that are in the second, each word of which counts once. */
function wordsThatStay(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after];
  const stay: string[] = [];
  for (const word of [...before].sort((a, b) => b.length - a.length)) {
    const exact = left.indexOf(word);
    const at = exact >= 0 ? exact : left.findIndex((other) => isTypo(word, other));
    if (at < 0) continue;
    left.splice(at, 1);
    stay.push(word);
  }
  return stay;
}

/** How many of the words stay, 0 to 1. */
function kept(before: readonly string[], after: readonly string[]): number {
  return before.length === 0 ? 0 : wordsThatStay(before, after).length / before.length;
}

function answerStays(before: Card, after: Card): boolean {
  const words = answerOf(before);
  const stay = wordsThatStay(words, answerOf(after));
  return stay.length >= ENOUGH * words.length && stay.some((word) => !EMPTY.has(word));
}

/** Whether the heading gives the term, or a gap asks for none. */
function hasNoOwnTerm({ block }: Made, term: readonly string[] | null): boolean {
  const isCode = term?.some((word) => word.includes('`')) ?? false;
  return term === null || (block.kind === 'bullet' && !isCode && kept(term, words(block.text)) < 1);
}

function termStays(before: Made, after: Made): boolean {
  const [a, b] = [termOf(before.card), termOf(after.card)];
  if (a === null || hasNoOwnTerm(before, a)) {
    const isUnderSame = before.under === null || (after.under !== null && sharesOrigin(before.under, after.under));
    return isUnderSame || kept(answerOf(before.card), answerOf(after.card)) === 1;
  }
  if (b === null) return kept(a, words(`${after.card.front} ${after.card.back}`)) === 1;
  return a.length === b.length && a.every((word, index) => word === b[index] || isTypo(word, b[index] ?? ''));
}

export function sharesOrigin(a: Block, b: Block): boolean {
  return a.from.some((origin) => b.from.includes(origin));
}

export function isSameToAPerson(before: Made, after: Made): boolean {
  return (
    sharesOrigin(before.block, after.block) &&
    after.block.isRetargeted !== true &&
    termStays(before, after) &&
    answerStays(before.card, after.card)
  );
}

export type Judged = {
  /** Stored cards that a person finds again. */
  readonly findable: number;
  /** Of those, the ones whose progress is gone. */
  readonly lost: readonly StoredCard[];
  /** Cards with the progress of a card that was made from something else in the notes. */
  readonly strange: readonly Card[];
};

/** Judges a difference. */
export function judge(
  stored: readonly StoredCard[],
  diff: DeckDiff,
  madeBefore: (card: Card) => Made,
  madeNow: (card: Card) => Made,
): Judged {
  const before = stored.map(madeBefore);
  const after = diff.cards.map(madeNow);
  const holderOf = new Map(before.map((made) => [made.card.id, made]));
  const strange = after.filter((made) => {
    const holder = holderOf.get(made.card.id);
    return holder !== undefined && !sharesOrigin(holder.block, made.block);
  });
  let findable = 0;
  const lost: StoredCard[] = [];
  for (const [index, made] of before.entries()) {
    const same = after.filter((other) => isSameToAPerson(made, other));
    if (same.length === 0) continue;
    findable += 1;
    const heir = after.find(({ card }) => card.id === made.card.id);
    const goesOn = heir !== undefined && (same.includes(heir) || asksTheSame(made, heir));
    const isTaken = (other: Made) => {
      const holder = holderOf.get(other.card.id);
      return holder !== undefined && claims(holder, other, made);
    };
    const isLeftOpen = (other: Made) =>
      diff.unclear.some(({ after: { id }, candidates }) => {
        const rivals = candidates.flatMap((card) => (card.id === made.card.id ? [] : [holderOf.get(card.id)]));
        const isAsked = id === other.card.id && rivals.length < candidates.length;
        const isClaimed = rivals.some((rival) => rival !== undefined && claims(rival, other, made));
        return isAsked && (isClaimed || joins(other.card, made.card));
      });
    const card = stored[index];
    if (card && !goesOn && !same.every((other) => isTaken(other) || isLeftOpen(other))) lost.push(card);
  }
  return { findable, lost, strange: strange.map(({ card }) => card) };
}

/** Whether answers to one question became a list, or a list was parted into them. */
function joins(after: Card, before: Card): boolean {
  return after.back.startsWith('- ') !== before.back.startsWith('- ');
}

function wordsIn(before: Made, after: Made): number {
  return wordsThatStay(answerOf(before.card), answerOf(after.card)).length;
}

/** Whether another stored card has as good a claim to go on in `after` as `made` has. */
function claims(other: Made, after: Made, made: Made): boolean {
  return (
    isSameToAPerson(other, after) ||
    asksTheSame(other, after) ||
    (sharesOrigin(other.block, after.block) && wordsIn(other, after) >= wordsIn(made, after) - 1)
  );
}

function questionOf(card: Card): string {
  return words(withoutTopic(card))
    .filter((word) => !ARTICLES.has(word))
    .join(' ');
}

/** The same words, or the beginning of them: "¿Cómo son las imágenes (de Docker)?" */
function asksTheSame(before: Made, after: Made): boolean {
  const [a, b] = [questionOf(before.card), questionOf(after.card)];
  return sharesOrigin(before.block, after.block) && (a.startsWith(b) || b.startsWith(a));
}

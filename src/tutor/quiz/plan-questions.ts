import { askingFor } from '../../choices/asking.js';
import type { StoredCard } from '../../core/card.js';
import { shortHash } from '../../core/hash.js';
import type { DeckId } from '../../core/ids.js';
import { NEW_PROGRESS } from '../../core/progress.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { QuizQuestion } from './quiz.js';

/** Words and characters of an answer that is quickly typed. */
const FEW_WORDS = 4;
const FEW_CHARACTERS = 30;
/** One question in so many is typed, where its answer is short. */
const TYPED_EVERY = 4;
/** Cards around one from which wrong answers are taken. */
const NEAR = 200;

function isQuicklyTyped({ back, choices }: StoredCard): boolean {
  const isShort = back.length <= FEW_CHARACTERS && !back.includes('\n') && back.split(/\s+/u).length <= FEW_WORDS;
  return choices === undefined && isShort;
}

function questionOf(card: StoredCard, asked: Pick<QuizQuestion, 'kind' | 'prompt' | 'term' | 'options' | 'right'>) {
  const { front, back, context: headings, source, id, passageId: passage } = card;
  return { ...asked, front, back, headings, source, card: id, passage };
}

function typed(card: StoredCard): QuizQuestion {
  return questionOf(card, { kind: 'typed', prompt: card.front, term: null, options: [], right: '' });
}

/** How a card can be asked of many at once; `null` where it has nothing to choose from and too much to type. */
function askedOf(card: StoredCard, pool: readonly StoredCard[], seed: string, prefersTyping: boolean) {
  if (prefersTyping && isQuicklyTyped(card)) return typed(card);
  const asking = askingFor(card, pool, { likes: 'choice', progress: NEW_PROGRESS, isAgain: false, seed });
  switch (asking.kind) {
    case 'choice':
      return questionOf(card, { ...asking, term: null });
    case 'claim': {
      const { kind, says: prompt, term, isTrue } = asking;
      return questionOf(card, { kind, prompt, term, options: [], right: isTrue ? 'yes' : 'no' });
    }
    default:
      return isQuicklyTyped(card) ? typed(card) : null;
  }
}

function cardsNear(cards: readonly StoredCard[], card: StoredCard): readonly StoredCard[] {
  const at = cards.indexOf(card);
  return cards.slice(Math.max(0, at - NEAR), at + NEAR);
}

/**
 * So many questions of a deck, or of all decks, fewer where it has no more. The same seed asks the same of the same
 * cards; each card is asked once.
 */
export async function planQuestions(
  context: TutorContext,
  { workspaceId }: Learner,
  { deck, rounds, seed }: { readonly deck: DeckId | null; readonly rounds: number; readonly seed: string },
): Promise<readonly QuizQuestion[]> {
  const { store, lookups } = context;
  const decks = (await store.decks.list(workspaceId)).filter(({ id }) => deck === null || id === deck);
  const lists = await Promise.all(decks.map((each) => lookups.cards(workspaceId, each)));
  const drawn = lists
    .flatMap((cards) => cards.filter(({ paused }) => !paused).map((card) => ({ card, cards })))
    .map((each) => ({ ...each, lot: shortHash([seed, each.card.id]) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1));
  const questions: QuizQuestion[] = [];
  for (const { card, cards } of drawn) {
    if (questions.length === rounds) break;
    const prefersTyping = questions.length % TYPED_EVERY === TYPED_EVERY - 1;
    const asked = askedOf(card, cardsNear(cards, card), shortHash([seed, card.id, 'ask']), prefersTyping);
    if (asked !== null) questions.push(asked);
  }
  return questions;
}

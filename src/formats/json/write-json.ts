import type { Card } from '../../core/card.js';
import type { CardRecord, FileDeck, LearnerRecords } from '../card-file.js';
import { CARDS_FORMAT, VERSION } from './schema.js';

/** A card with the names that the files use. */
export function cardOut({ passageId, ...card }: Card) {
  return { ...card, passage: passageId };
}

export function logOut(log: CardRecord['log']) {
  return log.map(({ on, quality, purpose, proof = 'self', at }) => {
    const rest = proof === 'self' ? {} : { proof };
    return { on, quality, purpose, ...rest, ...(at === undefined ? {} : { at: new Date(at).toISOString() }) };
  });
}

function recordOut({ card, progress: { plan, due, lastReviewedOn, reviews, lapses }, log }: CardRecord) {
  return { card, ...plan, due, lastReviewedOn, reviews, lapses, log: logOut(log) };
}

function lines(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

function learnerOut({ learner, records }: LearnerRecords): string {
  return `{"learner":${JSON.stringify(learner)},"cards":${lines(records.map(recordOut))}}`;
}

function deckOut({ id, name, language, cards, paused, progress }: FileDeck): string {
  const head = JSON.stringify({ id, name, language }).slice(0, -1);
  const people = progress.map(learnerOut).join(',\n');
  return `${head},"cards":${lines(cards.map(cardOut))},"paused":${JSON.stringify(paused)},"progress":[${people}]}`;
}

/**
 * Writes Repaso's JSON, version 1, as described in `json/schema.ts`. Each card and each learner's plan is one line.
 */
export function writeJson(decks: readonly FileDeck[]): string {
  const head = JSON.stringify({ format: CARDS_FORMAT, version: VERSION }).slice(0, -1);
  return `${head},"decks":[\n${decks.map(deckOut).join(',\n')}\n]}\n`;
}

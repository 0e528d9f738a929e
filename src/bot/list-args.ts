import { z } from 'zod';
import type { ActionEvent } from '../chat/port.js';
import { parse } from './args.js';

type Pressed = Pick<ActionEvent, 'action' | 'args'>;

const ref = z.string().min(1).max(128);
const page = z.coerce.number().int().min(0).max(10_000);
const version = z.coerce.number().int().min(1).max(10_000_000);
/** A search from `tutor/decks/short-search.ts`. */
const search = z.string().max(100);

/** A page of a search for cards. */
export type CardsPage = { readonly page: number; readonly search: string };

const cardsPage = z.tuple([page, search]).transform(([at, words]): CardsPage => ({ page: at, search: words }));
const cardOnPage = z
  .tuple([page, ref, search])
  .transform(([at, card, words]) => ({ card, at: { page: at, search: words } satisfies CardsPage }));
const changedCard = z
  .tuple([page, ref, version, search])
  .transform(([at, card, made, words]) => ({ card, version: made, at: { page: at, search: words } }));
/** Stands for the waiting cards of every deck; no deck has this name. */
export const ALL_DECKS = '*';

/** A page of waiting cards, of the deck with a short reference or of all. */
export type PileSelection = { readonly page: number; readonly deck: string };

const pilePage = z.tuple([page, ref]).transform(([at, deck]): PileSelection => ({ page: at, deck }));
const cardsOfPile = z
  .tuple([page, ref], ref)
  .transform(([at, deck, ...cards]) => ({ at: { page: at, deck } satisfies PileSelection, cards }));
const changeOfPile = z.tuple([page, ref, ref, version]).transform(([at, deck, changed, made]) => ({
  at: { page: at, deck } satisfies PileSelection,
  change: { deck: changed, version: made },
}));
const thingOnPage = z.tuple([page, ref]).transform(([at, thing]) => ({ page: at, ref: thing }));
const change = z.tuple([ref, version]).transform(([deck, made]) => ({ deck, version: made }));
const changeOnPage = z
  .tuple([ref, version, page])
  .transform(([deck, made, at]) => ({ change: { deck, version: made }, page: at }));

/** A page of cards. Throws `UnreadableAction`. */
export function cardsPageArg(event: Pressed): CardsPage {
  return parse(cardsPage, event);
}

/** A card on a page. Throws `UnreadableAction`. */
export function cardOnPageArg(event: Pressed): z.infer<typeof cardOnPage> {
  return parse(cardOnPage, event);
}

/** A card on a page, and the version of its deck that changed it. Throws `UnreadableAction`. */
export function changedCardArg(event: Pressed): z.infer<typeof changedCard> {
  return parse(changedCard, event);
}

/** An item on a page, by its short reference. Throws `UnreadableAction`. */
export function thingOnPageArg(event: Pressed): z.infer<typeof thingOnPage> {
  return parse(thingOnPage, event);
}

/** A change of a deck, by the version that it created. Throws `UnreadableAction`. */
export function changeArg(event: Pressed): z.infer<typeof change> {
  return parse(change, event);
}

/** The same on a page of changes. Throws `UnreadableAction`. */
export function changeOnPageArg(event: Pressed): z.infer<typeof changeOnPage> {
  return parse(changeOnPage, event);
}

/** A page of waiting cards. Throws `UnreadableAction`. */
export function pilePageArg(event: Pressed): PileSelection {
  return parse(pilePage, event);
}

/** Waiting or refused cards on a page. Throws `UnreadableAction`. */
export function cardsOfPileArg(event: Pressed): z.infer<typeof cardsOfPile> {
  return parse(cardsOfPile, event);
}

/** A change that accepted cards, from a page of waiting ones. Throws `UnreadableAction`. */
export function changeOfPileArg(event: Pressed): z.infer<typeof changeOfPile> {
  return parse(changeOfPile, event);
}

import type { ActionEvent, Form, Person, SubmitEvent, View } from '../../chat/port.js';
import { editableSides } from '../../tutor/decks/editable-sides.js';
import { reconsiderCards, refuseCards, takeCards } from '../../tutor/decks/pile/decide-pile.js';
import { readPile, readRefused, waitingByRef } from '../../tutor/decks/pile/read-pile.js';
import { undoChange } from '../../tutor/decks/undo-change.js';
import type { Call, Feature } from '../feature.js';
import { ALL_DECKS, cardsOfPileArg, changeOfPileArg, type PileSelection, pilePageArg } from '../list-args.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm } from '../views/card-view.js';
import { type Notice, notAllowedView } from '../views/notice.js';
import { acceptedNotice, declinedNotice, PILE_SHOWN, pileView, refusedView } from '../views/pile-view.js';

type AnyCall = Call<{ readonly person: Person }>;

function asked({ page, deck }: PileSelection) {
  return { deck: deck === ALL_DECKS ? null : deck, page, size: PILE_SHOWN };
}

async function show(
  { context, learner, language }: AnyCall,
  at: PileSelection,
  notice: Notice | null = null,
): Promise<View> {
  return pileView(language, await readPile(context, learner, asked(at)), at.deck, notice);
}

async function showRefused(
  { context, learner }: AnyCall,
  at: PileSelection,
  notice: Notice | null = null,
): Promise<View> {
  return refusedView(learner, await readRefused(context, learner, asked(at)), at.deck, notice);
}

/** Runs an action for people who may change the decks. */
async function forEditors<C extends AnyCall>(call: C, act: (call: C) => Promise<View>): Promise<View> {
  return (await mayChange(call)) ? act(call) : notAllowedView(call.language);
}

async function yes(call: Call<ActionEvent>): Promise<View> {
  const { at, cards } = cardsOfPileArg(call.event);
  return show(call, at, acceptedNotice(call.language, await takeCards(call.context, call.learner, cards), at));
}

async function no(call: Call<ActionEvent>): Promise<View> {
  const { at, cards } = cardsOfPileArg(call.event);
  return show(call, at, declinedNotice(call.language, await refuseCards(call.context, call.learner, cards), at));
}

/** `[page, deck, card]`: a form with the card's sides. */
async function write({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const [card] = await waitingByRef(context, learner, cardsOfPileArg(event).cards);
  const sides = card === undefined ? { front: '', back: '' } : editableSides(card);
  return cardForm(language, sides, { purpose: 'edit', action: { action: 'deck.written', args: event.args } });
}

async function written(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { at, cards } = cardsOfPileArg(event);
  const front = event.values.front?.trim() ?? '';
  const back = event.values.back?.trim() ?? '';
  if (front === '' || back === '') return show(call, at, { tone: 'warning', markdown: say(language, 'card.blank') });
  return show(call, at, acceptedNotice(language, await takeCards(context, learner, cards, { front, back }), at));
}

/** `[page, deck, deck of the change, version]`: makes accepted cards wait again. */
async function handleUndo(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { at, change } = changeOfPileArg(event);
  const undone = await undoChange(context, learner, event.person, change);
  if (undone.status === 'not-allowed') return notAllowedView(language);
  if (undone.status !== 'undone') {
    const name = 'name' in undone ? escapeInline(undone.name) : '';
    return show(call, at, { tone: 'warning', markdown: say(language, 'pile.changed-since', { name }) });
  }
  return show(call, at, { tone: 'success', markdown: say(language, 'pile.waits') });
}

async function reconsider(call: Call<ActionEvent>): Promise<{ readonly at: PileSelection; readonly notice: Notice }> {
  const { context, learner, language, event } = call;
  const { at, cards } = cardsOfPileArg(event);
  const done = await reconsiderCards(context, learner, cards);
  if (done.length === 0) return { at, notice: { tone: 'neutral', markdown: say(language, 'queue.known') } };
  return { at, notice: { tone: 'success', markdown: say(language, 'pile.waits') } };
}

async function again(call: Call<ActionEvent>): Promise<View> {
  const { at, notice } = await reconsider(call);
  return showRefused(call, at, notice);
}

async function noUndone(call: Call<ActionEvent>): Promise<View> {
  const { at, notice } = await reconsider(call);
  return show(call, at, notice);
}

/** The actions behind "17 to look at": the doubtful cards, each with yes, edit and no. */
export const PILE_ACTIONS = {
  'deck.pile': { answer: 'replace', handle: (call) => forEditors(call, (it) => show(it, pilePageArg(it.event))) },
  'deck.pile.look': { answer: 'private', handle: (call) => forEditors(call, (it) => show(it, pilePageArg(it.event))) },
  'deck.yes': { answer: 'replace', handle: (call) => forEditors(call, yes) },
  'deck.no': { answer: 'replace', handle: (call) => forEditors(call, no) },
  'deck.write': { answer: 'form', open: write },
  'deck.yes.undo': { answer: 'replace', handle: (call) => forEditors(call, handleUndo) },
  'deck.no.undo': { answer: 'replace', handle: (call) => forEditors(call, noUndone) },
  'deck.refused': {
    answer: 'replace',
    handle: (call) => forEditors(call, (it) => showRefused(it, pilePageArg(it.event))),
  },
  'deck.again': { answer: 'replace', handle: (call) => forEditors(call, again) },
} as const satisfies Feature['actions'];

export const PILE_SUBMISSIONS = {
  'deck.written': { answer: 'replace', handle: (call) => forEditors(call, written) },
} as const satisfies Feature['submissions'];

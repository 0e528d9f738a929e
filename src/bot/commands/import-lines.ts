import type { ActionEvent, Form, SubmitEvent, View } from '../../chat/port.js';
import { addCard } from '../../tutor/decks/add-card.js';
import {
  markLine,
  type SkippedLine,
  type SkippedLines,
  sidesFromLine,
  skippedLines,
} from '../../tutor/decks/skipped-lines.js';
import { suggestCard } from '../../tutor/decks/suggest-card.js';
import { draftPageArg } from '../args.js';
import type { Call } from '../feature.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm } from '../views/card-view.js';
import { importLinesView, pageOfLine } from '../views/import-lines-view.js';
import { type Notice, notAllowedView } from '../views/notice.js';
import { noticeView } from '../views/notice-view.js';

/** Shows a page of the lines without a card to the sender and to people who may decide. */
async function show(
  call: Call<ActionEvent | SubmitEvent>,
  draft: string,
  pageOf: (found: SkippedLines) => number,
  notice: Notice | null,
): Promise<View> {
  const { context, learner, language } = call;
  const found = await skippedLines(context, learner, draft);
  if (found === null) return noticeView(language, 'warning', 'queue.gone');
  if (!found.isOwn && !(await mayChange(call))) return notAllowedView(language);
  return importLinesView(language, { draft, ...found }, pageOf(found), notice);
}

/** `[draft, page]` */
export function showLines(call: Call<ActionEvent>): Promise<View> {
  const { draft, page } = draftPageArg(call.event);
  return show(call, draft, () => page, null);
}

async function lineOf({ context, learner, event }: Call<ActionEvent>): Promise<SkippedLine | null> {
  const { draft, page: index } = draftPageArg(event);
  const found = await skippedLines(context, learner, draft);
  return found?.lines.find((line) => line.index === index) ?? null;
}

/** `[draft, line]`: a form with the sides of the line. */
export async function writeCard(call: Call<ActionEvent>): Promise<Form> {
  const line = await lineOf(call);
  const sides = line === null ? { front: '', back: '' } : await sidesFromLine(line);
  return cardForm(call.language, sides, {
    purpose: 'new',
    action: { action: 'import.card', args: call.event.args },
  });
}

/** Adds the card to the deck of cards from the chat, which no reading of the notes changes. */
async function keepCard(call: Call<SubmitEvent>, front: string, back: string): Promise<string> {
  const { context, learner, language } = call;
  if (!(await mayChange(call))) {
    await suggestCard(context, learner, { front, back });
    return say(language, 'card.suggested');
  }
  const added = await addCard(context, learner, { front, back, deckName: say(language, 'card.deck') });
  return added.kind === 'known'
    ? say(language, 'card.known')
    : say(language, 'card.added', { deck: escapeInline(added.deckName) });
}

/** `[draft, line]`: adds the card and shows the line's page again. */
export async function saveCard(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { draft, page: index } = draftPageArg(event);
  const front = event.values.front?.trim() ?? '';
  const back = event.values.back?.trim() ?? '';
  if (front === '' || back === '') return noticeView(language, 'warning', 'card.blank');
  const kept = await keepCard(call, front, back);
  await markLine(context, learner, draft, index);
  return show(call, draft, (found) => pageOfLine(found, index), { tone: 'success', markdown: kept });
}

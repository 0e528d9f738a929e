import type { ActionEvent, Form, Person, SubmitEvent, View } from '../../chat/port.js';
import type { Sides } from '../../core/card.js';
import { editableSides } from '../../tutor/decks/editable-sides.js';
import { dropFix, findFix, mendCard } from '../../tutor/decks/report-card.js';
import { restoreSuggestion } from '../../tutor/decks/suggest-card.js';
import { textArg } from '../args.js';
import { button } from '../controls.js';
import type { BotRoute, Call } from '../feature.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm } from '../views/card-view.js';
import { editedCardNotice } from '../views/cards-view.js';
import { type Notice, notAllowedView } from '../views/notice.js';
import { restoredSuggestionNotice } from '../views/queue-view.js';

type Decided = Call<ActionEvent | SubmitEvent>;
type ShowQueue = (call: Call<{ readonly person: Person }>, notice: Notice) => Promise<View>;

/** The buttons of a report in `/queue`. `show` shows the queue again. */
export function fixRoutes(show: ShowQueue) {
  const known = ({ language }: Decided): Notice => ({ tone: 'warning', markdown: say(language, 'queue.known') });

  /** @param written the new wording; `null` for the one that was suggested */
  async function mend(call: Decided, written: Sides | null): Promise<View> {
    const { context, learner, language, event } = call;
    if (!(await mayChange(call))) return notAllowedView(language);
    const fix = await findFix(context, learner, textArg(event));
    const sides = written ?? fix?.sides ?? null;
    if (fix === null || sides === null) return show(call, known(call));
    return show(call, editedCardNotice(language, await mendCard(context, learner, fix, sides), 'cards.changed'));
  }

  async function save(call: Call<SubmitEvent>): Promise<View> {
    const sides = { front: call.event.values.front?.trim() ?? '', back: call.event.values.back?.trim() ?? '' };
    if (sides.front !== '' && sides.back !== '') return mend(call, sides);
    return show(call, { tone: 'warning', markdown: say(call.language, 'card.blank') });
  }

  async function drop(call: Call<ActionEvent>): Promise<View> {
    const { context, learner, language, event } = call;
    if (!(await mayChange(call))) return notAllowedView(language);
    const id = textArg(event);
    if ((await dropFix(context, learner, id)) === 'known') return show(call, known(call));
    const back = button(say(language, 'sure.back'), 'queue.mend.restore', [id]);
    return show(call, { tone: 'neutral', markdown: say(language, 'fix.dropped'), controls: [back] });
  }

  async function restore(call: Call<ActionEvent>): Promise<View> {
    const { context, learner, language, event } = call;
    if (!(await mayChange(call))) return notAllowedView(language);
    const restored = await restoreSuggestion(context, learner, textArg(event), 'fix');
    return show(call, restoredSuggestionNotice(language, restored));
  }

  async function edit({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
    const id = textArg(event);
    const fix = await findFix(context, learner, id);
    const draft = fix?.sides ?? (fix?.card ? editableSides(fix.card) : { front: '', back: '' });
    return cardForm(language, draft, { purpose: 'edit', action: { action: 'queue.mend.save', args: [id] } });
  }

  const actions = {
    'queue.mend': { answer: 'replace', handle: (call) => mend(call, null) },
    'queue.mend.drop': { answer: 'replace', handle: drop },
    'queue.mend.restore': { answer: 'replace', handle: restore },
    'queue.mend.edit': { answer: 'form', open: edit },
  } as const satisfies Readonly<Record<string, BotRoute<ActionEvent>>>;
  const submissions = {
    'queue.mend.save': { answer: 'replace', handle: save },
  } as const satisfies Readonly<Record<string, BotRoute<SubmitEvent>>>;
  return { actions, submissions };
}

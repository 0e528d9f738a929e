import type { QuestionEvent, View } from '../../chat/port.js';
import { lookUpSurely } from '../../tutor/ask/look-up-surely.js';
import { button } from '../controls.js';
import type { Call, Feature } from '../feature.js';
import { say } from '../messages/say.js';
import { callsBot, isOpenQuestion, talkIn, withoutCourtesy } from '../phrases/courtesy.js';
import { runButton } from '../run-command.js';
import { offerView, talkView } from '../views/spoken-view.js';
import { welcomeFacts } from '../welcome-facts.js';

/** Longer lines are not taken for a question. In characters. */
const LONGEST = 160;

/** Whether a line may concern the bot, by its words alone; nothing is read or stored for it. */
export function mayConcern(text: string): boolean {
  return callsBot(text) || (text.length <= 2 * LONGEST && isOpenQuestion(withoutCourtesy(text)));
}

/**
 * Answers a line among people that does not address the bot: a greeting with its name, or a question that the notes
 * surely answer, for which it offers to look it up. `null` for anything else.
 */
export async function overhear(call: Call<QuestionEvent>, features: readonly Feature[]): Promise<View | null> {
  const { context, learner, language, event } = call;
  const talk = callsBot(event.text) ? talkIn(event.text) : null;
  if (talk !== null) return talkView(language, talk, await welcomeFacts(context, event.person, event.place));
  const asked = withoutCourtesy(event.text);
  if (asked.length > LONGEST || !isOpenQuestion(asked)) return null;
  const passage = await lookUpSurely(context, learner, asked);
  if (passage === null) return null;
  const ask = features.find(({ command }) => command.name === 'ask');
  const label = say(language, 'overhear.yes');
  const run = ask === undefined ? [] : runButton(label, ask, { question: asked }, 'primary');
  return offerView(language, run.length > 0 ? run : [button(label, 'explain.open', [passage], 'primary')]);
}

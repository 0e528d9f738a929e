import type { QuestionEvent, View } from '../../chat/port.js';
import { lookUpSurely } from '../../tutor/ask/look-up-surely.js';
import { button } from '../controls.js';
import type { Call, Feature } from '../feature.js';
import { say } from '../messages/say.js';
import { callsBot, isOpenQuestion, talkIn, withoutCourtesy } from '../phrases/courtesy.js';
import { runButton } from '../run-command.js';
import { offerView, talkView } from '../views/spoken-view.js';
import { welcomeFacts } from '../welcome-facts.js';

/** Longest line that is taken for a question: more is a story. In characters. */
const LONGEST = 160;

/** Whether a line may be anything to the bot: told by its words alone, before anything is read or kept. */
export function mayConcern(text: string): boolean {
  return callsBot(text) || (text.length <= 2 * LONGEST && isOpenQuestion(withoutCourtesy(text)));
}

/**
 * What the bot has to say to a line among people that is not said to it: a greeting to its name, and an offer to look
 * up a question that the notes surely answer. `null` for anything else.
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

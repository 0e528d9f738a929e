import type { Person, Place, View } from '../chat/port.js';
import type { Call } from './feature.js';
import type { Idle } from './phrases/idle.js';
import { nonsenseView, talkView } from './views/spoken-view.js';
import { welcomeFacts } from './welcome-facts.js';

type PlacedEvent = { readonly person: Person; readonly place: Place };

/** The answer to small talk and nonsense, with suggestions. They are not looked up and are not gaps. */
export async function idleView({ language, context, event }: Call<PlacedEvent>, idle: Idle): Promise<View> {
  const facts = await welcomeFacts(context, event.person, event.place);
  return idle.kind === 'talk' ? talkView(language, idle.talk, facts) : nonsenseView(language, facts);
}

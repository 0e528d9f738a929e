import type { CommandEvent, QuestionEvent, View } from '../../chat/port.js';
import { coverageOf } from '../../tutor/ask/notes-coverage.js';
import { idleView } from '../answer-idle.js';
import { answerQuestions, conversationOf } from '../answer-questions.js';
import { answerAlone, answerAloud } from '../commands/ask.js';
import { explainWords } from '../commands/explain.js';
import type { BotRoute, Call, Feature, Options } from '../feature.js';
import { nearestCommand } from '../near-command.js';
import { commandRoute } from '../run-command.js';
import { behindButtonView, type NoCommand, nearView, noCommandView } from '../views/spoken-view.js';
import { readAsked } from './read-asked.js';
import { optionsIn, readSpoken, type Spoken } from './read-spoken.js';
import { withSentFiles } from './sent-files.js';

/** The route for plain words, in public (`aloud`) or in private. */
export function spokenRoute(features: readonly Feature[], aloud: boolean): BotRoute<QuestionEvent> {
  return {
    answer: aloud ? 'public' : 'private',
    handle: (call) => withSentFiles(call, features, (words) => answerWords(call, features, words)),
  };
}

async function answerWords(call: Call<QuestionEvent>, features: readonly Feature[], words: string): Promise<View> {
  const asked = await readAsked(call, features, words);
  return asked === null
    ? answerSpoken(call, features, await readSpoken(call, features, words))
    : answerAsked(call, asked);
}

function answerAsked(call: Call<QuestionEvent>, words: string): Promise<View> {
  const { event } = call;
  return answerQuestions(call, words, conversationOf(call, event.conversation), (text, of) => {
    const asked = { ...of, event: { ...event, text } };
    return event.aloud ? answerAloud(asked) : answerAlone(asked);
  });
}

async function answerSpoken(call: Call<QuestionEvent>, features: readonly Feature[], spoken: Spoken): Promise<View> {
  const { language, event } = call;
  const { place } = event;
  switch (spoken.kind) {
    case 'command':
      return runSpoken(call, spoken.feature, spoken.options);
    case 'no-command':
      return answerNoCommand(call, features, spoken.name, spoken.rest);
    case 'near': {
      const { near, options, said } = spoken;
      const unknown = { ...others(features), typed: said, near: { ...near, options }, words: said };
      return nearView(language, unknown, place.lead);
    }
    case 'refused':
      return { tone: 'warning', body: [{ kind: 'text', markdown: spoken.problem.replace(/[<>[\]]/g, '\\$&') }] };
    case 'talk':
    case 'nonsense':
      return idleView(call, spoken);
    case 'nothing':
      return explainWords(call, '');
    case 'question': {
      return answerAsked(call, spoken.text);
    }
  }
}

/** Runs a command in plain words. In public, a private answer or a form is put behind a button. */
async function runSpoken(call: Call<QuestionEvent>, feature: Feature, options: Options): Promise<View> {
  const { language, event } = call;
  const { person, place, aloud } = event;
  const route = commandRoute(feature, options);
  const isForm = route.answer === 'form';
  if (isForm || (aloud && route.answer === 'private')) {
    return behindButtonView(language, feature, options, { lead: place.lead, isForm });
  }
  return route.handle({ ...call, event: { kind: 'command', person, place, command: feature.command.name, options } });
}

function others(features: readonly Feature[]): Pick<NoCommand, 'explain' | 'help'> {
  const of = (name: string) => features.find(({ command }) => command.name === name);
  return { explain: of('explain'), help: of('help') };
}

async function answerNoCommand(
  call: Call<QuestionEvent | CommandEvent>,
  features: readonly Feature[],
  name: string,
  rest: string,
): Promise<View> {
  const { language, context, learner, event } = call;
  const { lead } = event.place;
  const near = nearestCommand(features, name, language);
  const words = `${name} ${rest}`.trim();
  const isKnown = (await coverageOf(context, learner, words)) !== 'unknown';
  const unknown = {
    ...others(features),
    typed: `${lead}${name}`,
    near: near === null ? null : { ...near, options: optionsIn(near.feature, rest) ?? {} },
    words: isKnown ? words : null,
  };
  return noCommandView(language, unknown, lead);
}

/** The answer to a command that does not exist, such as one of an older version. */
export function unknownCommand(features: readonly Feature[]) {
  return (call: Call<CommandEvent>): Promise<View> => answerNoCommand(call, features, call.event.command, '');
}

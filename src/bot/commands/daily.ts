import type { ActionEvent, CommandEvent, SuggestEvent, Suggestion, View } from '../../chat/port.js';
import type { TimeOfDay } from '../../core/daily.js';
import { changeDaily, confirmTimeZone, type DailyWish, readNextDaily } from '../../tutor/people/change-settings.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import { textArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature, type Options } from '../feature.js';
import type { MessageKey } from '../messages/say.js';
import { type DailyRequest, readDaily } from '../read-daily.js';
import { readTime } from '../read-time.js';
import { suggestSwitch, suggestTime } from '../suggest-daily.js';
import { badDailyView, DEFAULT_TIME, dailyTimeForm, dailyView } from '../views/daily-view.js';
import { timeOfDay } from '../words.js';

type Writable = { readonly place: CommandEvent['place'] };

async function show(call: Call<unknown>, learner: Learner = call.learner, notice: MessageKey | null = null) {
  return dailyView(learner, call.context.now, { notice, next: await readNextDaily(call.context, learner) });
}

async function set(call: Call<Writable>, wish: DailyWish): Promise<View> {
  const learner = await changeDaily(call.context, call.learner, wish, call.event.place.direct);
  return show(call, learner, 'settings.saved');
}

/** The learner's time, or the default before they have chosen one. */
function timeOf({ daily }: Learner): TimeOfDay {
  return daily.kind === 'on' ? daily : DEFAULT_TIME;
}

function turnOn(call: Call<Writable>, { hour, minute }: TimeOfDay): Promise<View> {
  return set(call, { kind: 'on', hour, minute });
}

/** The typed words may be divided between the two options in any way; only together do they have a meaning. */
function readRequest({ switch: wish = '', hour = '' }: Options): DailyRequest {
  return readDaily(`${wish} ${hour}`);
}

/** `/daily`, `/daily on`, `/daily off`, `/daily on 8:30`, `/daily 9 pm`, `/daily hour:8`. */
async function run(call: Call<CommandEvent>): Promise<View> {
  const said = readRequest(call.event.options);
  switch (said.kind) {
    case 'nothing':
      return show(call);
    case 'off':
      return set(call, { kind: 'off' });
    case 'on':
      return turnOn(call, said.time ?? timeOf(call.learner));
    case 'unclear':
      return badDailyView(call.language, said.words);
  }
}

/**
 * Options for words that clearly follow the command's name: "daily on 9", "diario a las 20", but not "daily standup".
 */
async function understand(_: Call<unknown>, options: Options): Promise<Options | null> {
  const said = readRequest(options);
  if (said.kind === 'nothing' || said.kind === 'unclear') return null;
  const time = said.kind === 'on' ? said.time : null;
  return { switch: said.kind, ...(time === null ? {} : { hour: timeOfDay(time) }) };
}

async function setTime(call: Call<Writable>, typed: string): Promise<View> {
  const time = readTime(typed);
  return time === null ? badDailyView(call.language, typed) : turnOn(call, time);
}

async function suggest({ event, language }: Call<SuggestEvent>): Promise<readonly Suggestion[]> {
  return event.option === 'hour' ? suggestTime(event.typed) : suggestSwitch(language, event.typed);
}

function flip(call: Call<ActionEvent>): Promise<View> {
  return textArg(call.event) === 'on' ? turnOn(call, timeOf(call.learner)) : set(call, { kind: 'off' });
}

export const dailyFeature = feature({
  command: commandSpec('daily', 'command.daily', [
    commandOption('switch', 'command.daily.switch', { required: false, suggests: true }),
    commandOption('hour', 'command.daily.hour', { required: false, suggests: true }),
  ]),
  run: { answer: 'private', handle: run },
  suggest,
  understand,
  actions: {
    'daily.show': { answer: 'private', handle: (call) => show(call) },
    'daily.switch': { answer: 'replace', handle: flip },
    'daily.zone-right': {
      answer: 'replace',
      handle: async (call) => show(call, await confirmTimeZone(call.context, call.learner), 'settings.saved'),
    },
    'daily.hour': { answer: 'replace', handle: (call) => setTime(call, textArg(call.event)) },
    'daily.time-form': {
      answer: 'form',
      open: async ({ learner, language }) => dailyTimeForm(language, timeOf(learner)),
    },
  },
  submissions: {
    'daily.time': { answer: 'private', handle: (call) => setTime(call, call.event.values.time ?? '') },
  },
});

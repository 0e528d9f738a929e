import { z } from 'zod';
import type { CommandEvent, View } from '../../chat/port.js';
import type { DailyPreference } from '../../core/daily.js';
import { changeDaily, changeTimeZone } from '../../tutor/change-settings.js';
import { textArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { sayAll } from '../messages/say.js';
import { DEFAULT_DAILY_HOUR, dailyView } from '../views/daily-view.js';
import { noticeView } from '../views/notice-view.js';

const hourSchema = z.coerce.number().int().min(0).max(23);

async function set(call: Call<{ readonly place: CommandEvent['place'] }>, daily: DailyPreference): Promise<View> {
  const learner = await changeDaily(call.context, call.learner, daily, call.event.place.direct);
  return dailyView(learner, call.context.now, 'settings.saved');
}

/** The hour that a learner has, or had not chosen yet. */
function hourOf(daily: DailyPreference): number {
  return daily.kind === 'on' ? daily.hour : DEFAULT_DAILY_HOUR;
}

/** `/daily`, `/daily on`, `/daily off`, `/daily on 8`, `/daily hour:8`. */
async function run(call: Call<CommandEvent>): Promise<View> {
  const { switch: wish, hour } = call.event.options;
  if (wish === undefined && hour === undefined) return dailyView(call.learner, call.context.now, null);
  if (wish !== undefined && wish !== 'on' && wish !== 'off')
    return noticeView(call.language, 'warning', 'daily.bad-switch');
  if (wish === 'off') return set(call, { kind: 'off' });
  const parsed = hourSchema.safeParse(hour === undefined ? hourOf(call.learner.daily) : hour);
  if (!parsed.success || hour?.trim() === '') return noticeView(call.language, 'warning', 'daily.bad-hour');
  return set(call, { kind: 'on', hour: parsed.data });
}

export const daily = feature({
  command: commandSpec('daily', 'command.daily', [
    commandOption('switch', 'command.daily.switch', {
      required: false,
      choices: [
        { value: 'on', label: sayAll('choice.on') },
        { value: 'off', label: sayAll('choice.off') },
      ],
      suggests: false,
    }),
    commandOption('hour', 'command.daily.hour', { required: false, type: 'integer', suggests: false }),
  ]),
  run: { answer: 'private', handle: run },
  actions: {
    'daily.show': { answer: 'private', handle: async (call) => dailyView(call.learner, call.context.now, null) },
    'daily.switch': {
      answer: 'replace',
      handle: (call) =>
        set(call, textArg(call.event) === 'on' ? { kind: 'on', hour: hourOf(call.learner.daily) } : { kind: 'off' }),
    },
    'daily.zone-right': {
      answer: 'replace',
      async handle({ context, learner }) {
        const kept = await changeTimeZone(context, learner, learner.timeZone);
        return dailyView(kept.kind === 'unclear' ? learner : kept.learner, context.now, 'settings.saved');
      },
    },
    'daily.hour': {
      answer: 'replace',
      handle: async (call) => {
        const hour = hourSchema.safeParse(textArg(call.event));
        if (!hour.success) return noticeView(call.language, 'warning', 'daily.bad-hour');
        return set(call, { kind: 'on', hour: hour.data });
      },
    },
  },
});

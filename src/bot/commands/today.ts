import type { ActionEvent, Person, View } from '../../chat/port.js';
import { changeLimits } from '../../tutor/people/change-limits.js';
import { readToday } from '../../tutor/review/read-today.js';
import { withAnsweredSince } from '../answered-since.js';
import { lengthArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { withFolderNews } from '../folder-news.js';
import { withMissedDaily } from '../missed-daily.js';
import { todayView } from '../views/today-view.js';

async function show(call: Call<{ readonly person: Person }>): Promise<View> {
  const { context, learner, language } = call;
  const looked = readToday(context, learner).then((found) => todayView(language, found));
  return withFolderNews(call, await withMissedDaily(call, await withAnsweredSince(call, looked)));
}

async function setLength(call: Call<ActionEvent>): Promise<View> {
  const learner = await changeLimits(call.context, call.learner, lengthArg(call.event));
  return show({ ...call, learner });
}

/** `/today`: what waits, the streak and a start button; also Slack's home tab. */
export const todayFeature = feature({
  command: commandSpec('today', 'command.today'),
  run: { answer: 'private', handle: show },
  actions: { 'today.length': { answer: 'replace', handle: setLength } },
});

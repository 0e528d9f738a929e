import type {
  ActionRequest,
  ChatApp,
  Failure,
  Person,
  Place,
  Placed,
  Route,
  ShowProgress,
  View,
} from '../chat/port.js';
import { preferredLanguage } from '../core/language.js';
import type { Instant } from '../core/local-date.js';
import { spokenLanguages } from '../language/spoken-language.js';
import type { TutorContext } from '../tutor/context.js';
import { StoreUnavailable } from '../tutor/errors.js';
import { meetLearner } from '../tutor/people/meet-learner.js';
import { type BotRoute, type Call, type Feature, UnreadableAction } from './feature.js';
import { FEATURES } from './features.js';
import { escapeInline } from './markdown.js';
import { withNextStep } from './next-step.js';
import { type ReadAhead, readAhead } from './read-ahead.js';
import { commandOfButton, FILL, filledRoute, RUN, routeOf } from './run-command.js';
import { spokenRoute, unknownCommand } from './spoken/answer-spoken.js';
import { followsTopic } from './spoken/follows-topic.js';
import { mayConcern, overhear } from './spoken/overhear.js';
import { welcomeView } from './views/help-view.js';
import { noticeView } from './views/notice-view.js';
import { welcomeFacts } from './welcome-facts.js';
import { shortenLabel } from './words.js';

type Parts = 'store' | 'lookups' | 'sources' | 'newId' | 'answering' | 'suggesting' | 'nearness';

export type BotOptions = Pick<TutorContext, Parts> & {
  readonly clock: () => Instant;
  /** Prepares a workspace with its notes; called before each event. */
  readonly prepare: (workspaceId: string) => Promise<void>;
};

type PlacedEvent = { readonly person: Person; readonly place: Place };

function contextOf({
  store,
  lookups,
  sources,
  newId,
  answering,
  suggesting,
  nearness,
  clock,
}: BotOptions): TutorContext {
  return { store, lookups, sources, newId, answering, suggesting, nearness, now: clock() };
}

/** The bot, which works the same behind every adapter. */
export function createBot(options: BotOptions, features: readonly Feature[] = FEATURES): ChatApp {
  async function callOf<E extends PlacedEvent>(
    event: E,
    show: ShowProgress = () => {},
    reads?: ReadAhead,
  ): Promise<Call<E>> {
    await options.prepare(event.place.workspaceId);
    const context = readAhead(contextOf(options), event, reads);
    const learner = await meetLearner(context, {
      workspaceId: event.place.workspaceId,
      destination: event.place.direct,
      ...event.person,
      languages: languagesOf(event),
    });
    return { event, learner, language: learner.language, context, show };
  }

  function bind<R extends { readonly person: Person }>(
    route: BotRoute<Placed<R>> | null | undefined,
    request: R,
  ): Route | null {
    if (route === null || route === undefined) return null;
    if (route.answer === 'form') {
      return { answer: 'form', open: async (place) => route.open(await callOf<Placed<R>>({ ...request, place })) };
    }
    const { answer, handle, reads } = route;
    return {
      answer,
      handle: async (place, show) => {
        const call = await callOf<Placed<R>>({ ...request, place }, show, reads);
        return withNextStep(call.language, await handle(call));
      },
    };
  }

  const commands = new Map(features.map((feature) => [feature.command.name, feature]));
  return {
    commands: features.map((feature) => feature.command),
    shortcuts: features.flatMap((feature) => feature.shortcuts.map(({ spec }) => spec)),
    route: createRouter(features, bind),
    async suggest(event) {
      const feature = commands.get(event.command);
      return feature === undefined ? [] : feature.suggest(await callOf(event));
    },
    async overhear(event) {
      return mayConcern(event.text) ? overhear(await callOf(event), features) : null;
    },
    follows: (line) => followsTopic(contextOf(options), line),
    async welcome(person, place) {
      await options.prepare(place.workspaceId);
      const facts = await welcomeFacts(contextOf(options), person, place);
      return welcomeView(preferredLanguage(person.languages), facts);
    },
    failure,
  };
}

type Bind = <R extends { readonly person: Person }>(
  route: BotRoute<Placed<R>> | null | undefined,
  request: R,
) => Route | null;

/** Finds the route of a request among the features. */
function createRouter(features: readonly Feature[], bind: Bind): ChatApp['route'] {
  const actions = new Map(features.flatMap((feature) => Object.entries(feature.actions)));
  const submissions = new Map(features.flatMap((feature) => Object.entries(feature.submissions)));
  const shortcuts = new Map(features.flatMap((feature) => feature.shortcuts.map(({ spec, run }) => [spec.name, run])));
  const unknown = unknownCommand(features);
  const alone = spokenRoute(features, false);
  const aloud = spokenRoute(features, true);

  /** A button runs a command as if the person had typed it. */
  function runOf(request: ActionRequest): Route | null {
    const command = commandOfButton(features, request);
    return command === null ? null : bind(routeOf(features, command, unknown), command);
  }

  return (request) => {
    switch (request.kind) {
      case 'command':
        return bind(routeOf(features, request, unknown), request);
      case 'action':
        return request.action === RUN ? runOf(request) : bind(actions.get(request.action), request);
      case 'submission':
        return bind(
          request.action === FILL ? filledRoute(features, request) : submissions.get(request.action),
          request,
        );
      case 'shortcut':
        return bind(shortcuts.get(request.shortcut), request);
      case 'question':
        return bind(request.aloud ? aloud : alone, request);
    }
  };
}

/** The languages given by the platform; without them, the language of the person's own words. */
function languagesOf(event: PlacedEvent): readonly string[] {
  const { languages } = event.person;
  return languages.length === 0 && 'text' in event && typeof event.text === 'string'
    ? spokenLanguages(event.text)
    : languages;
}

/** Works without the database, in the platform's language. */
function failure(person: Person, failed: Failure): View {
  const language = preferredLanguage(person.languages);
  if (failed.kind === 'unknown-route') {
    return noticeView(language, 'warning', 'failure.unknown', { name: escapeInline(shortenLabel(failed.name, 60)) });
  }
  if (failed.kind === 'too-late') return noticeView(language, 'warning', 'failure.too-late');
  if (failed.error instanceof UnreadableAction) {
    return noticeView(language, 'warning', 'failure.unknown', { name: escapeInline(failed.error.message) });
  }
  const key = failed.error instanceof StoreUnavailable ? 'failure.database' : 'failure.error';
  return noticeView(language, 'danger', key, { ref: failed.ref });
}

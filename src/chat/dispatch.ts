import type { ChatLogger } from './chat-logger.js';
import type {
  AnswerMode,
  ChatApp,
  ChatRequest,
  Form,
  Person,
  Place,
  Route,
  ShowProgress,
  SuggestEvent,
  Suggestion,
  View,
} from './port.js';

export type DispatchDeps = {
  readonly app: ChatApp;
  readonly logger: ChatLogger;
  /** A short random id a person can read out, like `7F3K`. */
  readonly newRef: () => string;
};

/** The app's own words for what went wrong; the log has the rest under `ref`. */
type Failed = { readonly kind: 'failed'; readonly view: View; readonly ref: string };

/** What a handler came to. */
export type ViewAnswer = { readonly kind: 'view'; readonly view: View } | Failed;
export type FormAnswer = { readonly kind: 'form'; readonly form: Form } | Failed;

/** Where the request was made, which a platform may still have to look up. */
type AwaitedPlace = Place | Promise<Place>;

/**
 * A route found and not yet run, so that an adapter can acknowledge in the declared way first. `run` never rejects: a
 * place that cannot be found is a failure like any other. A failure is always shown to the asker alone, whatever
 * `answer` says.
 */
export type Prepared =
  | {
      readonly answer: AnswerMode;
      readonly run: (place: AwaitedPlace, show?: ShowProgress) => Promise<ViewAnswer>;
    }
  | { readonly answer: 'form'; readonly run: (place: AwaitedPlace) => Promise<FormAnswer> };

/** The last resort, when even wording the failure fails. */
function bareFailure(ref: string): View {
  return { tone: 'danger', body: [{ kind: 'text', markdown: `*(ref. ${ref})*` }] };
}

function failed(deps: DispatchDeps, person: Person, name: string, error: unknown): Failed {
  const ref = deps.newRef();
  deps.logger.error({ ref, route: name, person: person.id, err: error }, 'a chat handler failed');
  try {
    return { kind: 'failed', ref, view: deps.app.failure(person, { kind: 'error', error, ref }) };
  } catch (second) {
    deps.logger.error({ ref, route: name, err: second }, 'the words for a failure failed');
    return { kind: 'failed', ref, view: bareFailure(ref) };
  }
}

/** What the request is called in the log. */
function nameOf(request: ChatRequest): string {
  switch (request.kind) {
    case 'command':
      return request.command;
    case 'shortcut':
      return request.shortcut;
    case 'question':
      return request.kind;
    case 'action':
    case 'submission':
      return request.action;
  }
}

/** The words for what went wrong around a route; the log has the rest under `ref`. */
export function failedAnswer(deps: DispatchDeps, request: ChatRequest, error: unknown): Failed {
  return failed(deps, request.person, nameOf(request), error);
}

async function orWords<T>(deps: DispatchDeps, request: ChatRequest, work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    return failedAnswer(deps, request, error);
  }
}

/** A mistyped command is no news for the log; a button without a route is. */
function unknown(deps: DispatchDeps, request: ChatRequest): Failed {
  const { person, kind } = request;
  const name = nameOf(request);
  const ref = deps.newRef();
  if (kind !== 'command') deps.logger.warn({ ref, route: name, person: person.id }, 'no route of this name');
  return { kind: 'failed', ref, view: deps.app.failure(person, { kind: 'unknown-route', name }) };
}

/** The app's route; one that it fails to find is a route that fails. */
function routeOf({ app }: DispatchDeps, request: ChatRequest): Route | null {
  try {
    return app.route(request);
  } catch (error) {
    return { answer: 'private', handle: () => Promise.reject(error) };
  }
}

/** Finds how a request is answered, once; nothing has run yet. */
export function dispatch(deps: DispatchDeps, request: ChatRequest): Prepared {
  const route = routeOf(deps, request);
  const run = async <T>(place: AwaitedPlace, work: (at: Place) => Promise<T>): Promise<T | Failed> =>
    orWords(deps, request, async () => work(await place));
  if (route === null) {
    return { answer: 'private', run: (place) => run(place, async () => unknown(deps, request)) };
  }
  if (route.answer === 'form') {
    return {
      answer: 'form',
      run: (place) => run(place, async (at) => ({ kind: 'form', form: await route.open(at) }) as const),
    };
  }
  return {
    answer: route.answer,
    run: (place, show) => run(place, async (at) => ({ kind: 'view', view: await route.handle(at, show) }) as const),
  };
}

/** Suggestions, or none where they fail: typing should never end in an error. */
export async function dispatchSuggest(deps: DispatchDeps, event: SuggestEvent): Promise<readonly Suggestion[]> {
  try {
    return await deps.app.suggest(event);
  } catch (error) {
    deps.logger.warn({ command: event.command, option: event.option, err: error }, 'suggestions failed');
    return [];
  }
}

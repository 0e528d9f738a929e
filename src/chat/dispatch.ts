import type { ChatLogger } from './chat-logger.js';
import type {
  AnswerMode,
  ChatApp,
  ChatEvent,
  Form,
  Person,
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

/** What a handler came to. `failed` carries the app's own words for it; the log has the rest under `ref`. */
export type ViewAnswer =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'failed'; readonly view: View; readonly ref: string };
export type FormAnswer =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'failed'; readonly view: View; readonly ref: string };

/**
 * A route found and not yet run, so that an adapter can acknowledge in the declared way first. `run` never rejects.
 * A failure is always shown to the asker alone, whatever `answer` says.
 */
export type Prepared =
  | { readonly answer: AnswerMode; readonly run: (show?: ShowProgress) => Promise<ViewAnswer> }
  | { readonly answer: 'form'; readonly run: () => Promise<FormAnswer> };

type Failed = { readonly kind: 'failed'; readonly view: View; readonly ref: string };

/** The last resort, when even the app's words for a failure cannot be had. */
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

/** Somebody's typo is nothing to whoever runs the program; a button without a route is. */
function unknown(deps: DispatchDeps, { person, kind }: ChatEvent, name: string): Prepared {
  const run = async (): Promise<ViewAnswer> => {
    const ref = deps.newRef();
    if (kind !== 'command') deps.logger.warn({ ref, route: name, person: person.id }, 'no route of this name');
    try {
      return { kind: 'failed', ref, view: deps.app.failure(person, { kind: 'unknown-route', name }) };
    } catch (error) {
      return failed(deps, person, name, error);
    }
  };
  return { answer: 'private', run };
}

/** What the event is called in the log. */
function nameOf(event: ChatEvent): string {
  switch (event.kind) {
    case 'command':
      return event.command;
    case 'shortcut':
      return event.shortcut;
    case 'question':
      return event.kind;
    case 'action':
    case 'submission':
      return event.action;
  }
}

/** The words for what went wrong before a route was reached; the log has the rest under `ref`. */
export function failedAnswer(deps: DispatchDeps, event: ChatEvent, error: unknown): Failed {
  return failed(deps, event.person, nameOf(event), error);
}

/** Finds how an event is answered; nothing has run yet. */
export function dispatch(deps: DispatchDeps, event: ChatEvent): Prepared {
  const name = nameOf(event);
  const orWords = async <T>(work: () => Promise<T>): Promise<T | Failed> => {
    try {
      return await work();
    } catch (error) {
      return failed(deps, event.person, name, error);
    }
  };
  let route: Route | null;
  try {
    route = deps.app.route(event);
  } catch (error) {
    return { answer: 'private', run: async () => failed(deps, event.person, name, error) };
  }
  if (route === null) return unknown(deps, event, name);
  if (route.answer === 'form') {
    const { open } = route;
    return { answer: 'form', run: () => orWords(async () => ({ kind: 'form', form: await open() }) as const) };
  }
  const { answer, handle } = route;
  return { answer, run: (show) => orWords(async () => ({ kind: 'view', view: await handle(show) }) as const) };
}

/** Suggestions, or none where they cannot be had: nobody who types should meet an error. */
export async function dispatchSuggest(deps: DispatchDeps, event: SuggestEvent): Promise<readonly Suggestion[]> {
  try {
    return await deps.app.suggest(event);
  } catch (error) {
    deps.logger.warn({ command: event.command, option: event.option, err: error }, 'suggestions failed');
    return [];
  }
}

import type { ChatLogger } from './chat-logger.js';
import type {
  ActionEvent,
  AnswerMode,
  ChatApp,
  CommandEvent,
  Form,
  Person,
  Route,
  SubmitEvent,
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
  | { readonly answer: AnswerMode; readonly run: () => Promise<ViewAnswer> }
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

function unknown(deps: DispatchDeps, person: Person, name: string): Prepared {
  const run = async (): Promise<ViewAnswer> => {
    const ref = deps.newRef();
    deps.logger.warn({ ref, route: name, person: person.id }, 'no route of this name');
    try {
      return { kind: 'failed', ref, view: deps.app.failure(person, { kind: 'unknown-route', name }) };
    } catch (error) {
      return failed(deps, person, name, error);
    }
  };
  return { answer: 'private', run };
}

function prepare<E extends { readonly person: Person }>(
  deps: DispatchDeps,
  event: E,
  name: string,
  find: () => Route<E> | null,
): Prepared {
  let route: Route<E> | null;
  try {
    route = find();
  } catch (error) {
    return { answer: 'private', run: async () => failed(deps, event.person, name, error) };
  }
  if (route === null) return unknown(deps, event.person, name);
  if (route.answer === 'form') {
    const { open } = route;
    const run = async (): Promise<FormAnswer> => {
      try {
        return { kind: 'form', form: await open(event) };
      } catch (error) {
        return failed(deps, event.person, name, error);
      }
    };
    return { answer: 'form', run };
  }
  const { answer, handle } = route;
  const run = async (): Promise<ViewAnswer> => {
    try {
      return { kind: 'view', view: await handle(event) };
    } catch (error) {
      return failed(deps, event.person, name, error);
    }
  };
  return { answer, run };
}

export function dispatchCommand(deps: DispatchDeps, event: CommandEvent): Prepared {
  return prepare(deps, event, event.command, () => deps.app.commandRoute(event.command));
}

export function dispatchAction(deps: DispatchDeps, event: ActionEvent): Prepared {
  return prepare(deps, event, event.action, () => deps.app.actionRoute(event.action));
}

export function dispatchSubmit(deps: DispatchDeps, event: SubmitEvent): Prepared {
  return prepare(deps, event, event.action, () => deps.app.submitRoute(event.action));
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

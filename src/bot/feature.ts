import { isFree } from '../chat/command-values.js';
import type {
  ActionEvent,
  AnswerMode,
  CommandEvent,
  CommandOption,
  CommandSpec,
  Form,
  ShortcutEvent,
  ShortcutSpec,
  ShowProgress,
  SubmitEvent,
  SuggestEvent,
  Suggestion,
  View,
} from '../chat/port.js';
import type { Language } from '../core/language.js';
import type { TutorContext } from '../tutor/context.js';
import type { Learner } from '../tutor/people/meet-learner.js';
import type { ReadAhead } from './read-ahead.js';

/** What a handler works with: the event, the person, and the use cases' context. */
export type Call<E> = {
  readonly event: E;
  readonly learner: Learner;
  /** The learner's language, which may differ from the platform's. */
  readonly language: Language;
  readonly context: TutorContext;
  /** Shows the progress of the answer. */
  readonly show: ShowProgress;
};

/** A command's options by name. */
export type Options = CommandEvent['options'];

export type BotRoute<E> =
  | {
      readonly answer: AnswerMode;
      /** What the handler asks for first, and before it changes anything. */
      readonly reads?: ReadAhead;
      readonly handle: (call: Call<E>) => Promise<View>;
    }
  | { readonly answer: 'form'; readonly open: (call: Call<E>) => Promise<Form> };

/** A command with everything that its messages lead to. The bot is a list of features. */
export type Feature = {
  readonly command: CommandSpec;
  readonly run: BotRoute<CommandEvent>;
  /** The required options that are missing; a form asks for them. */
  readonly needs: (options: Options) => readonly string[];
  /**
   * The options that plain words clearly mean for this command, or `null` where they may mean something else. `words`
   * followed the command's name.
   */
  readonly understand: (call: Call<unknown>, options: Options, words: string) => Promise<Options | null>;
  /** By action name, each of which begins with the feature's name. */
  readonly actions: Readonly<Record<string, BotRoute<ActionEvent>>>;
  readonly submissions: Readonly<Record<string, BotRoute<SubmitEvent>>>;
  readonly shortcuts: readonly { readonly spec: ShortcutSpec; readonly run: BotRoute<ShortcutEvent> }[];
  readonly suggest: (call: Call<SuggestEvent>) => Promise<readonly Suggestion[]>;
};

/** A feature, with defaults for parts that are left out. */
export function feature(parts: Pick<Feature, 'command' | 'run'> & Partial<Feature>): Feature {
  const { options } = parts.command;
  return {
    actions: {},
    submissions: {},
    shortcuts: [],
    suggest: async () => [],
    needs: () => options.filter(({ required }) => required).map(({ name }) => name),
    understand: async (_, given) => (options.every((option) => isSure(option, given[option.name])) ? given : null),
    ...parts,
  };
}

/** Whether a value can only be meant for the option. Free text could be anything, so the feature judges it. */
function isSure(option: CommandOption, value: string | undefined): boolean {
  return value === undefined || !isFree(option);
}

/** A button whose arguments this version cannot read. It is answered like an unknown one. */
export class UnreadableAction extends Error {
  override readonly name = 'UnreadableAction';
}

/** What the bot shows, as plain data. */

export type Tone = 'neutral' | 'success' | 'warning' | 'danger';

/** One message of the bot. Data only; every view has a plain-text form (`plain-text.ts`). */
export type View = {
  readonly tone?: Tone;
  /** Plain text. */
  readonly title?: string;
  readonly body: readonly Block[];
  readonly controls?: readonly Control[];
  /** CommonMark, shown small. */
  readonly footer?: string;
  /**
   * What the person types next, where they are alone with the bot or in a room that keeps it private, is sent to this form
   * action as its field `answer`. A platform without such a box leaves it out.
   */
  readonly awaits?: ActionRef;
  /** Comes with an answer; what `send` brings has none. */
  readonly file?: ViewFile;
};

/** A file for everybody who sees the answer. */
export type ViewFile = {
  /** Of ASCII letters, digits, dots and hyphens. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Shown instead where the platform does not take the file. CommonMark. */
  readonly orElse: string;
};

/** All text is CommonMark unless said otherwise, and may come from notes: an adapter lets none of it ping or run. */
export type Block =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'code'; readonly code: string; readonly language?: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  /** What the message is about, shown large: the first paragraph stands out, what follows it is text. */
  | { readonly kind: 'headline'; readonly markdown: string }
  /** Where one is, shown small: plain words, and a bar where there is something to count. */
  | { readonly kind: 'caption'; readonly text: string; readonly bar?: Bar }
  /** Things that can each be acted on, with their buttons beside them. */
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  /** Bars. `label` and `text` are plain; `value` runs from 0 to `max`. */
  | {
      readonly kind: 'meters';
      readonly meters: readonly {
        readonly label: string;
        readonly value: number;
        readonly max: number;
        readonly text: string;
      }[];
    };

/** `value` runs from 0 to `max`. */
export type Bar = { readonly value: number; readonly max: number };

/** `markdown` is CommonMark of one paragraph. At most three buttons. */
export type Row = { readonly markdown: string; readonly bar?: Bar; readonly controls: readonly Button[] };

export type Button = {
  readonly kind: 'button';
  readonly label: string;
  readonly action: ActionRef;
  readonly style?: 'primary' | 'plain' | 'danger';
};

export type Control =
  | Button
  | {
      readonly kind: 'select';
      /** What is chosen; also the accessible name. */
      readonly label: string;
      /** Called with the chosen option's value as its last argument. */
      readonly action: ActionRef;
      readonly options: readonly { readonly label: string; readonly value: string; readonly selected?: boolean }[];
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** A button's meaning: a name and ids, never state. Encoded by `action-ref.ts` into at most 100 characters. */
export type ActionRef = { readonly action: string; readonly args: readonly string[] };

/** Questions in one go. At most five fields. */
export type Form = {
  readonly title: string;
  /** Called with the fields' values when sent. */
  readonly action: ActionRef;
  readonly submitLabel: string;
  readonly fields: readonly FormField[];
};

export type FormField = TextField | FileField;

export type TextField = {
  readonly kind: 'text';
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Said small beside the field. Plain text. */
  readonly hint?: string;
  readonly required: boolean;
  readonly multiline: boolean;
  /** In characters. */
  readonly maxLength: number;
};

/** One file from the person's own machine. */
export type FileField = {
  readonly kind: 'file';
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** How the names of the files end, with the dot and in lower case, such as `.md`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
};

import type { CommandWords } from '../parse-command.js';

/** Words that the page's scripts show. Plain strings, because they travel to the browser as data. */
export type ClientWords = {
  /** Shown while an answer takes longer than a moment. */
  readonly working: string;
  /** The same while a file is on its way. */
  readonly uploading: string;
  readonly reconnecting: string;
  /** Shown to a browser that keeps no cookies: the room cannot tell who is who. */
  readonly cookiesNeeded: string;
  /** The room is open in too many tabs; this one was closed. */
  readonly tooManyTabs: string;
  /** Nothing arrived at the server: what happened, what was kept, what next. */
  readonly notSent: string;
  /** The same for a press, which has no text in the box. */
  readonly notPressed: string;
  readonly earlierAway: string;
  readonly nameSaved: string;
  /** In the box while a card waits: that what is typed answers it, and how to write something else. */
  readonly answering: string;
};

/** Every word of the room's page. What the bot says comes as views and is not here. */
export type RoomWords = CommandWords & {
  readonly botName: string;
  readonly roomName: string;
  /** One sentence: that this is the local room, and who can be in it. */
  readonly roomNote: string;
  readonly noScript: string;

  /** The page of who has no invitation. */
  readonly door: {
    readonly title: string;
    readonly text: string;
    readonly code: string;
    readonly enter: string;
    readonly wrong: string;
    readonly tooFast: string;
  };

  /** Text of the skip link. */
  readonly skip: string;
  /** Name of the history. Must not contain the word of `message`: that one names the box alone. */
  readonly conversation: string;
  readonly earlier: string;
  readonly beginning: string;
  readonly newBelow: string;

  /** Name of the box. */
  readonly message: string;
  readonly placeholder: string;
  /** Shown beside the bot's name in the suggestions. */
  readonly mention: string;
  /** Says a line to everyone that was between its writer and the bot. */
  readonly sayAloud: string;
  readonly send: string;
  readonly suggestions: string;
  readonly suggestionCount: (count: number) => string;

  readonly onlyYou: string;
  /** Shown with an answer that could not be kept. */
  readonly unkept: string;
  readonly showRest: string;
  readonly choose: string;
  readonly cancel: string;
  readonly required: string;
  /** Keys for the buttons of a review card. */
  readonly keysHint: string;

  readonly people: string;
  readonly peopleCount: (count: number) => string;
  readonly you: string;
  readonly yourName: string;
  readonly saveName: string;

  /** A line could not be kept: what happened, what was kept, what next. */
  readonly lineNotKept: string;
  readonly stopping: string;
  readonly tooFast: string;
  readonly tooLong: (max: number) => string;
  readonly badRequest: string;
  /** Shown with a file field: how large a file may be, in bytes, and how its name ends; any way for an empty list. */
  readonly fileNote: (maxBytes: number, accept: readonly string[]) => string;
  /** Saves a file that came with an answer; its size in bytes. */
  readonly saveFile: (name: string, bytes: number) => string;
  readonly fileGone: string;
  readonly fileTooLarge: (maxBytes: number) => string;
  readonly fileWrongKind: (accept: readonly string[]) => string;
  readonly badName: (max: number) => string;
  /** A name whose words mix alphabets that look alike. */
  readonly mixedName: string;
  /** A name that looks like the bot's, or like that of somebody who is here. */
  readonly takenName: string;

  /** What a visitor is called before they say otherwise. */
  readonly names: {
    readonly animals: readonly string[];
    readonly colours: readonly string[];
    readonly join: (animal: string, colour: string) => string;
  };
  readonly client: ClientWords;
};

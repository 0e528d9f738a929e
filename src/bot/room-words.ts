import { type Language, preferredLanguage } from '../core/language.js';
import { type MessageKey, type MessageValues, say } from './messages/say.js';
import { commandWords } from './slack-words.js';

type Room<Key extends MessageKey> = Key extends `room.${infer Name}` ? Name : never;

function list(language: Language, key: MessageKey): readonly string[] {
  return say(language, key).split(', ');
}

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `10 MB`: units of 1,024, as people count files. */
function fileSize(language: Language, bytes: number): string {
  const power = bytes < 1_024 ? 0 : bytes < 1_024 ** 2 ? 1 : 2;
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 });
  return format.format(bytes / 1_024 ** power);
}

function fileKinds(language: Language, accept: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(accept);
}

type Word = (name: Room<MessageKey>, values?: MessageValues) => string;

function fileWords(language: Language, word: Word) {
  return {
    fileNote: (max: number, accept: readonly string[]) => {
      const limit = word('file-limit', { size: fileSize(language, max) });
      return accept.length === 0 ? limit : `${limit} ${word('file-kinds', { kinds: fileKinds(language, accept) })}`;
    },
    saveFile: (name: string, bytes: number) => word('save-file', { name, size: fileSize(language, bytes) }),
    fileGone: word('file-gone'),
    fileTooLarge: (max: number) => word('file-too-large', { size: fileSize(language, max) }),
    fileWrongKind: (accept: readonly string[]) => word('file-wrong-kind', { kinds: fileKinds(language, accept) }),
  };
}

/** What the script in the page says. */
function clientWords(word: Word) {
  return {
    working: word('client.working'),
    uploading: word('client.uploading'),
    reconnecting: word('client.reconnecting'),
    cookiesNeeded: word('client.cookies'),
    tooManyTabs: word('client.tabs'),
    notSent: word('client.not-sent'),
    notPressed: word('client.not-pressed'),
    earlierAway: word('client.earlier-away'),
    nameSaved: word('client.name-saved'),
    answering: word('client.answering'),
  };
}

function wordsIn(language: Language) {
  const word: Word = (name, values = {}) => say(language, `room.${name}`, values);
  return {
    ...commandWords([language]),
    botName: word('bot'),
    roomName: word('name'),
    roomNote: word('note'),
    noScript: word('no-script'),
    door: {
      title: word('door.title'),
      text: word('door.text'),
      code: word('door.code'),
      enter: word('door.enter'),
      wrong: word('door.wrong'),
      tooFast: word('door.too-fast'),
    },
    skip: word('skip'),
    conversation: word('conversation'),
    earlier: word('earlier'),
    beginning: word('beginning'),
    newBelow: word('new-below'),
    message: word('message'),
    placeholder: word('placeholder'),
    mention: word('mention'),
    sayAloud: word('say-aloud'),
    send: word('send'),
    suggestions: word('suggestions'),
    suggestionCount: (count: number) => word('suggestion-count', { count }),
    onlyYou: word('only-you'),
    unkept: word('unkept'),
    showRest: word('show-rest'),
    choose: word('choose'),
    cancel: word('cancel'),
    required: word('required'),
    keysHint: word('keys-hint'),
    people: word('people'),
    peopleCount: (count: number) => word('people-count', { count }),
    you: word('you'),
    yourName: word('your-name'),
    saveName: word('save-name'),
    lineNotKept: word('line-not-kept'),
    stopping: word('stopping'),
    tooFast: word('too-fast'),
    tooLong: (max: number) => word('too-long', { max }),
    badRequest: word('bad-request'),
    ...fileWords(language, word),
    badName: (max: number) => word('bad-name', { max }),
    mixedName: word('mixed-name'),
    takenName: word('taken-name'),
    names: {
      animals: list(language, 'room.names.animals'),
      colours: list(language, 'room.names.colours'),
      join: (animal: string, colour: string) => word('names.join', { animal, colour }),
    },
    client: clientWords(word),
  };
}

/** Each language's words are made once: every request asks for them. */
const WORDS = { en: wordsIn('en'), es: wordsIn('es') } as const satisfies Readonly<Record<Language, unknown>>;

/**
 * The words of the local web room's page, in the first language of a browser's list that the bot speaks: the same object for
 * the same language. Has the shape of `chat/web/words.ts`.
 */
export function roomWords(languages: readonly string[]) {
  return WORDS[preferredLanguage(languages)];
}

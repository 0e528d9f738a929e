import { preferredLanguage } from '../core/language.js';
import { type MessageKey, type MessageValues, say } from './messages/say.js';

/**
 * What a line that is no command is answered with, in the first language of a list that the bot speaks. Its shape is
 * what `chat/parse-command.ts` asks for.
 */
export function commandWords(languages: readonly string[]) {
  const language = preferredLanguage(languages);
  const word = (key: MessageKey, values: MessageValues = {}) => say(language, key, values);
  return {
    language,
    wrongChoice: (option: string, allowed: readonly string[]) =>
      word('line.wrong-choice', {
        option,
        allowed: new Intl.ListFormat(language, { type: 'disjunction' }).format(allowed),
      }),
    notANumber: (option: string) => word('line.not-a-number', { option }),
    tooMuch: (usage: string) => word('line.too-much', { usage }),
  };
}

/** The words that Slack's adapter needs beside the bot's views. Its shape is what `chat/slack/options.ts` asks for. */
export function slackWords(languages: readonly string[]) {
  const words = commandWords(languages);
  return {
    ...words,
    close: say(words.language, 'form.close'),
    notice: say(words.language, 'form.notice'),
    rest: say(words.language, 'file.rest-follows'),
    fileDirect: say(words.language, 'file.direct'),
  };
}

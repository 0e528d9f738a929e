import { preferredLanguage } from '../core/language.js';
import { type MessageKey, type MessageValues, say } from './messages/say.js';

/**
 * The answer to a line that is no command, in the first language of a list that the bot speaks. Has the shape of
 * `chat/parse-command.ts`.
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

/** The words of Slack's adapter beside the bot's views. Has the shape of `chat/slack/options.ts`. */
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

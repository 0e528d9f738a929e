/** Emoji that platforms send by name, such as `:wave:`, and that count as small talk. */
const NAMED: Readonly<Record<string, string>> = {
  wave: '👋',
  raising_hand: '🙋',
  hugging_face: '🤗',
  pray: '🙏',
  heart: '❤',
  '+1': '👍',
  thumbsup: '👍',
  ok_hand: '👌',
  tada: '🎉',
  joy: '😂',
  rolling_on_the_floor_laughing: '🤣',
  slightly_smiling_face: '🙂',
  blush: '😊',
  smile: '😄',
  smiley: '😀',
  grin: '😁',
  sweat_smile: '😅',
  partying_face: '🥳',
  muscle: '💪',
  clap: '👏',
  white_check_mark: '✅',
};

const BY_NAME = /(?<![^\s])<?a?:([a-z0-9_+'-]{2,60}):(?:\d{5,25}>|:skin-tone-\d:)?(?![^\s.,!?])/giu;

/** A text with emoji as characters; named ones without a meaning here are removed. */
export function withEmoji(text: string): string {
  return text.replace(BY_NAME, (_, name: string) => NAMED[name.toLowerCase()] ?? ' ');
}

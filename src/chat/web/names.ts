import { LIMITS } from './limits.js';
import { cleanLine } from './text.js';

/** Characters that show nothing: zero-width ones, soft hyphens, fillers, tags, joiners. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const EMOJI = /^\p{Extended_Pictographic}|^\p{Emoji_Modifier}|^\uFE0F/u;
/** The scripts of India and of Persian, Urdu and Kurdish. */
const JOINING = /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}]/u;
/** No script that people write names in puts more marks on one letter. */
const MARKS = /(\p{M}{3})\p{M}+/gu;

/** Letters of one alphabet that look like those of another. */
const LATIN_LOOKS: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ї: 'i', ј: 'j', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ь: 'b' },
  ...{ α: 'a', β: 'b', γ: 'y', ε: 'e', ζ: 'z', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', σ: 'o' },
  ...{ τ: 't', υ: 'y', χ: 'x', ω: 'w' },
  ...{
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ħ: 'h',
    ſ: 's',
    '0': 'o',
    '1': 'l',
    '|': 'l',
    '5': 's',
    $: 's',
    '@': 'a',
    '3': 'e',
  },
};

/** What a name looks like, whichever letters, signs and accents it is written with. */
export function lookOf(name: string): string {
  const bare = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const letters = [...bare].map((letter) => LATIN_LOOKS[letter] ?? letter).join('');
  return letters.replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll('i', 'l');
}

const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Whether a word is put together of alphabets that look alike, as nobody's name is. */
function isMixed(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => ALPHABETS.filter((letters) => letters.test(word)).length > 1);
}

/** Joiners write some scripts and some emoji, and a selector makes an emoji; elsewhere they only hide. */
function isWriting(character: string, before: string, after: string): boolean {
  if (character === '\uFE0F') return EMOJI.test(before);
  if (character !== '\u200C' && character !== '\u200D') return false;
  return (EMOJI.test(before) && EMOJI.test(after)) || (JOINING.test(before) && JOINING.test(after));
}

function withoutInvisible(text: string): string {
  const kept: string[] = [];
  const characters = [...text];
  for (const [at, character] of characters.entries()) {
    const isHidden = character.replaceAll(INVISIBLE, '') === '';
    if (!isHidden || isWriting(character, kept.at(-1) ?? '', characters[at + 1] ?? '')) kept.push(character);
  }
  return kept.join('');
}

/** A name as somebody may call themselves, on one line, or `null` if nothing or too much is left of it. */
export function cleanName(typed: string): string | null {
  const name = cleanLine(withoutInvisible(typed.normalize('NFC')))
    .normalize('NFC')
    .replaceAll(MARKS, '$1')
    .trim();
  const length = [...name].length;
  return length === 0 || length > LIMITS.name || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name) ? null : name;
}

export type NameProblem = 'unusable' | 'mixed' | 'taken';

/**
 * A name that nobody is deceived by: not the bot's, not one of mixed alphabets, and not what somebody who is here looks
 * like.
 */
export function acceptName(
  typed: string,
  bot: string,
  others: readonly string[] = [],
): { readonly name: string } | { readonly problem: NameProblem } {
  const name = cleanName(typed);
  if (name === null) return { problem: 'unusable' };
  if (isMixed(name)) return { problem: 'mixed' };
  const look = lookOf(name);
  const isTaken = look !== '' && [bot, ...others].some((other) => lookOf(other) === look);
  return isTaken ? { problem: 'taken' } : { name };
}

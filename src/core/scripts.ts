/** Characters that Unicode has as superscripts and as subscripts, each above its raised or lowered form. */
const BASE_UP = '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ';
const UP = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ';
const BASE_DOWN = '0123456789+-−=()aehijklmnoprstuvxβγρφχ';
const DOWN = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ';

type Script = { readonly forms: ReadonlyMap<string, string>; readonly mark: string };

function scriptOf(base: string, formed: string, mark: string): Script {
  const forms = [...formed];
  return { forms: new Map([...base].map((character, index) => [character, forms[index] ?? character])), mark };
}

const SUPERSCRIPT = scriptOf(BASE_UP, UP, '^');
const SUBSCRIPT = scriptOf(BASE_DOWN, DOWN, '_');

function scripted(text: string, { forms, mark }: Script): string {
  const words = text.trim();
  if (words === '') return text;
  const characters = [...words].map((character) => forms.get(character));
  return characters.every((character) => character !== undefined) ? characters.join('') : `${mark}(${words})`;
}

/** Raised text as it can be written anywhere: `30` is `³⁰`; what has no raised form is set apart, `^(x/2)`. */
export function superscript(text: string): string {
  return scripted(text, SUPERSCRIPT);
}

/** Lowered text as it can be written anywhere: `2` is `₂`; what has no lowered form is set apart, `_(C)`. */
export function subscript(text: string): string {
  return scripted(text, SUBSCRIPT);
}

/** `<sup>` and `<sub>` beside a letter, a digit or a bracket; elsewhere the tags are what a text is about. */
const TAGGED =
  /(?<=[\p{L}\p{N})\]}'’>])<(su[bp])>([^<>]{1,60})<\/\1>|<(su[bp])>([^<>]{1,60})<\/\3>(?=[\p{L}\p{N}([<])/giu;
/** Powers of powers, at most. */
const DEEPEST = 4;

/** Plain text in which `<sup>` and `<sub>` are what they show. */
export function showScripts(text: string): string {
  let shown = text;
  for (let depth = 0; depth < DEEPEST && /<su[bp]>/iu.test(shown); depth += 1) {
    shown = shown.replace(TAGGED, (_, before?: string, raised = '', after = '', following = '') => {
      const words: string = before === undefined ? following : raised;
      return /p$/iu.test(before ?? after) ? superscript(words) : subscript(words);
    });
  }
  return shown;
}

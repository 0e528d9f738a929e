/**
 * The shape that a Latin or Greek word has in Spanish and in English alike: `interception` and `intercepción`,
 * `state` and `estado`, `theory` and `teoría`. Spelling habits first, then endings; vowels at the end go.
 * Not for people to read, and only good for comparing with another shape.
 */
export function cognateShape(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const bare = word.replace(/(?<=[^s])s$|(?<=[nrldz])es$/, '');
  const ended = shortenEnding(bare);
  const spelled = ended
    .replace(/ph/g, 'f')
    .replace(/[ckq]u?(?=[aeiou])|ck|ch|q|k/g, 'c')
    .replace(/h/g, '')
    .replace(/y/g, 'i')
    .replace(/z/g, 'c')
    .replace(/x/g, 'j')
    .replace(/(.)\1+/g, '$1')
    .replace(/^s(?=[^aeiou])/, 'es');
  return spelled.replace(/[aeiou]+$/, '') || spelled || word;
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:[tsc]ion|[tsc]ione)$/, 'cion'],
  [/(?:ities|itie|ity|idade?|edade?|ety)$/, 'id'],
  [/(?:amente|mente|ally|ly)$/, ''],
  [/(?:amiento|imiento|amento|imento|ment|mento)$/, 'ment'],
  [/(?:ance|ence|ancia|encia|ancy|ency|ancie|encie)$/, 'nc'],
  [/(?:ous|oso|osa)$/, 'os'],
  [/(?:ical|ico|ica|ic)$/, 'ic'],
  [/(?:ive|ivo|iva)$/, 'iv'],
  [/(?:ador|edor|idor|dora|ator|itor|er|or)$/, 'or'],
  [/(?:ary|ario|aria|ory|orio|oria)$/, 'ari'],
  [/(?:ated|ate|ado|ada|ar|ating|ando)$/, 'ad'],
  [/(?:ized|ised|ize|ise|izar|izado|izada)$/, 'iz'],
  [/(?:age|aje)$/, 'ag'],
  [/(?:ist|ista)$/, 'ist'],
  [/(?:ism|ismo)$/, 'ism'],
  [/(?:y|ia|ie)$/, ''],
];

function shortenEnding(word: string): string {
  for (const [ending, short] of ENDINGS) {
    const at = word.search(ending);
    if (at >= 3) return word.slice(0, at) + short;
  }
  return word;
}

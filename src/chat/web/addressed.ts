function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Without the spaces, and the comma before a sign, that a name leaves behind. */
function tidy(line: string): string {
  return line
    .replace(/\s+/gu, ' ')
    .replace(/[\s,]+(?=[?!.…]*\s*$)/u, '')
    .trim();
}

/**
 * What a line says to the bot, without its name, or `null` for a line that is not said to it. It is where it is
 * mentioned (`@Repaso`), or called at the beginning ("Repaso, …") or the end ("…, Repaso?"), in any case.
 */
export function wordsToBot(line: string, botName: string): string | null {
  const name = escaped(botName.trim());
  if (name === '') return null;
  const mention = new RegExp(`(?<![\\p{L}\\p{N}@._-])@${name}(?![\\p{L}\\p{N}_-])[,:]?`, 'iu');
  const begins = new RegExp(`^\\s*[¡¿]?${name}\\s*[,:;!…–-]\\s*(?=\\S)`, 'iu');
  const ends = new RegExp(`\\s*[,;–-]\\s*${name}\\s*([?!.…]*)\\s*$`, 'iu');
  const alone = new RegExp(`^\\s*[¡¿]?${name}\\s*[?!.…]*\\s*$`, 'iu');
  if (alone.test(line)) return '';
  if (mention.test(line)) return tidy(line.replace(mention, ' '));
  if (begins.test(line)) return line.replace(begins, '').trim();
  return ends.test(line) ? line.replace(ends, '$1').trim() : null;
}

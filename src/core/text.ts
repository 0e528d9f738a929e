/** Lower case, without accents and outer spaces: for comparing what people type with what notes say. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

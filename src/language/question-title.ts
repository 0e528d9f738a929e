const QUESTION =
  /\?$|^¿|^(?:qu[eé]|c[oó]mo|cu[aá]l(?:es)?|cu[aá]ndo|cu[aá]nt[oa]s?|d[oó]nde|por qu[eé]|para qu[eé]|qui[eé]n(?:es)?)\s|^(?:what|how|why|when|where|which|who)\s(?:an?\s|the\s|\p{L}+\s)?(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|must)\s|^why\s/iu;

/** Whether a heading asks something, by its marks or by the words that it begins with. */
export function isQuestion(title: string): boolean {
  return QUESTION.test(title);
}

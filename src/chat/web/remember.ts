/**
 * `work`, asked only once for a text as long as it is among the latest `kept` texts. For work that gives the same
 * result for the same text.
 */
export function rememberLatest<Result>(work: (text: string) => Result, kept: number): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = work(text);
    results.set(text, result);
    const oldest = results.keys().next();
    if (results.size > kept && !oldest.done) results.delete(oldest.value);
    return result;
  };
}

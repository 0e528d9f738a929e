/**
 * Does something at once, and what is asked for soon after that once more when `everyMs` have passed: many who come at
 * the same time are one piece of news.
 */
export function coalesce(work: () => void, everyMs: () => number): () => void {
  let isResting = false;
  let isWanted = false;
  function act(): void {
    isResting = true;
    isWanted = false;
    work();
    setTimeout(() => {
      isResting = false;
      if (isWanted) act();
    }, everyMs()).unref();
  }
  return () => {
    if (isResting) isWanted = true;
    else act();
  };
}

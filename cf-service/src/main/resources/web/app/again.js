// What the page can do without at first, and should not do without for long.

const FIRST = 2000;
const LONGEST = 60000;
const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

// Asks until there is an answer that says something; ever less often, as the other side may be away for long.
export async function untilAnswered(ask) {
  for (let wait = FIRST; !await ask().catch(() => false); wait = Math.min(2 * wait, LONGEST)) {
    await pause(wait);
  }
}

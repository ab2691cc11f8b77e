/**
 * @file How long it takes until something is on the screen. Runs in a page.
 */

/**
 * @typedef {object} Shown milliseconds
 * @property {number} laidOut until the work was done and the page laid out
 * @property {number} drawn and what the page's thread then did to draw it; the wait for the next frame does not count,
 *   nor does what the compositor does on threads of its own
 */

/**
 * @param {() => unknown} work may give a promise
 * @returns {Promise<Shown>}
 */
export async function timeShown(work) {
  const start = performance.now();
  await work();
  layOut();
  const laidOut = performance.now() - start;
  return { laidOut, drawn: laidOut + (await timeFrame()) };
}

/** Waits until nothing is left to be drawn. */
export async function settle() {
  layOut();
  for (let frame = 0; frame < 3; frame++) await timeFrame();
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
}

/** The whole page: to ask for a height makes it. */
function layOut() {
  return document.documentElement.getBoundingClientRect().height;
}

/** What a frame takes from its callbacks to the end of its painting. @returns {Promise<number>} */
export function timeFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      // The frame is drawn by the same task, right behind the callbacks.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - start);
      channel.port2.postMessage(0);
    });
  });
}

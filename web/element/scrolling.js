/**
 * Brings a place of the text onto the screen, in whatever scrolls it. What is far from the screen has not been laid out
 * and is as high as somebody guessed: once there, one looks again.
 */

/** Within this part of the window nothing has to move: the eye finds the place. */
const CALM = { top: 0.12, bottom: 0.78 };

/** Farther than this many windows a smooth way takes too long. */
const FAR = 1.5;

/** How often to look again at most, and when to be content: layouts near the screen come within a few frames. */
const TRIES = 8;
const STILL = 3;

/** How long a smooth way may take. */
const SMOOTH_MS = 700;

/** Counts the places asked for, and what the reader does: then nobody looks after the one before. */
let turn = 0;
let isWatching = false;

function watchReader() {
  if (isWatching) return;
  isWatching = true;
  for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(type, () => ++turn, { capture: true, passive: true });
  }
}

/**
 * Brings a place into the middle of the window, where it is not in plain sight.
 * @param {Node} node What the place is in.
 * @param {() => DOMRect | null} measure Where the place is in the window, now.
 */
export function scrollTo(node, measure) {
  settle((isFirst) => scrollAll(node, measure, isFirst));
}

/**
 * Brings the beginning of a part of the text to the top of the window, as far below it as the style sheet says.
 * @param {Element} part
 */
export function scrollToStart(part) {
  settle((isFirst) => {
    const before = part.getBoundingClientRect().top;
    const isSmooth = isFirst && Math.abs(before) <= innerHeight * FAR;
    part.scrollIntoView({ block: "start", behavior: isSmooth ? "auto" : "instant" });
    if (Math.abs(part.getBoundingClientRect().top - before) >= 1) return "instant";
    return isSmooth && isPageSmooth() ? "smooth" : "";
  });
}

/**
 * @typedef {"" | "instant" | "smooth"} Moved How something moved.
 */

/**
 * Moves, and looks again until nothing moves any more or the reader does.
 * @param {(isFirst: boolean) => Moved} move
 */
function settle(move) {
  watchReader();
  const mine = ++turn;
  let tries = 0;
  let still = 0;
  const look = () => {
    if (mine !== turn) return;
    const moved = move(tries === 0);
    still = moved ? 0 : still + 1;
    if (++tries === TRIES || still === STILL) return;
    if (moved === "smooth") setTimeout(look, SMOOTH_MS);
    else requestAnimationFrame(look);
  };
  look();
}

/**
 * @param {Node} node
 * @param {() => DOMRect | null} measure
 * @param {boolean} smoothly Where that is not far.
 * @returns {Moved}
 */
function scrollAll(node, measure, smoothly) {
  /** @type {Moved} */
  let moved = "";
  for (let box = parentOf(node); box; box = parentOf(box)) {
    if (box instanceof HTMLElement && scrolls(box)) moved = scrollBox(box, measure, smoothly) || moved;
  }
  return moved;
}

/**
 * @param {HTMLElement} box
 * @param {() => DOMRect | null} measure
 * @param {boolean} smoothly
 * @returns {Moved}
 */
function scrollBox(box, measure, smoothly) {
  const place = measure();
  if (!place) return "";
  const isPage = box === document.scrollingElement;
  const frame = isPage ? { top: 0, left: 0, height: innerHeight, width: innerWidth } : box.getBoundingClientRect();
  const middle = place.top + place.height / 2 - frame.top;
  const isCalm = middle > frame.height * CALM.top && middle < frame.height * CALM.bottom;
  const down = isCalm ? 0 : middle - frame.height / 2;
  const isInside = place.left >= frame.left && place.right <= frame.left + frame.width;
  const right = isInside ? 0 : place.left + place.width / 2 - frame.left - frame.width / 2;
  const isSmooth = smoothly && isPage && Math.abs(down) <= frame.height * FAR;
  const before = [box.scrollTop, box.scrollLeft];
  // Also when there is nowhere to go: a smooth way to an earlier place ends here.
  box.scrollTo({ top: box.scrollTop + down, left: box.scrollLeft + right, behavior: isSmooth ? "auto" : "instant" });
  if (down === 0 && right === 0) return "";
  // At an end of the box it does not come any nearer.
  if (before[0] !== box.scrollTop || before[1] !== box.scrollLeft) return "instant";
  return isSmooth && isPageSmooth() ? "smooth" : "";
}

function isPageSmooth() {
  const page = document.scrollingElement;
  return page !== null && getComputedStyle(page).scrollBehavior === "smooth";
}

/** @param {HTMLElement} box */
function scrolls(box) {
  if (box === document.scrollingElement) return true;
  const { overflowX, overflowY } = getComputedStyle(box);
  const may = /auto|scroll/u;
  return (
    (may.test(overflowY) && box.scrollHeight > box.clientHeight) ||
    (may.test(overflowX) && box.scrollWidth > box.clientWidth)
  );
}

/**
 * The parent on the screen: a shadow tree hangs on its host.
 * @param {Node} node
 * @returns {Node | null}
 */
function parentOf(node) {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}

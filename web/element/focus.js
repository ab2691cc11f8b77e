/** The focus within the article, for whoever reads on from there with keys or by ear. */

/** @param {HTMLElement} place Need not be one that the focus stops at. */
export function focusOn(place) {
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}

/**
 * The place in the article that a link was followed to: the address bar knows nothing of a shadow tree's ids.
 * @param {Event} event A click.
 * @returns {string | null} Its id; null where no such link was clicked.
 */
export function followed(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const fragment = link?.getAttribute("href")?.slice(1);
  if (fragment === undefined) return null;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

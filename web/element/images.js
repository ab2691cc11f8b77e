/**
 * Images of an article. They are requests to somebody's server, so that they wait until the reader (or
 * the author of the page) asks for them: a placeholder stands in, says what it is, and loads that one.
 * Those of the server that the page itself is from come at once.
 */

/**
 * @typedef {object} ImageOptions
 * @property {boolean} load Load at once.
 * @property {(key: string) => string} say Messages of the interface.
 */

/**
 * @param {{ src: string | null, alt: string, title: string }} image
 * @param {ImageOptions} options
 * @returns {Element}
 */
export function imageNode(image, options) {
  if (!image.src) return placeholder("span", image.alt, options.say("image_missing"));
  if (options.load || isOwn(image.src)) return picture(image.src, image, options);
  return waiting(image.src, image, options, "image");
}

/** @param {string} src */
function isOwn(src) {
  return src.startsWith("data:") || new URL(src).origin === location.origin;
}

/**
 * @param {string} src
 * @param {{ alt: string, title: string }} image
 * @param {ImageOptions} options
 */
function picture(src, image, options) {
  const element = document.createElement("img");
  element.alt = image.alt;
  if (image.title) element.title = image.title;
  element.loading = "lazy";
  element.decoding = "async";
  element.referrerPolicy = "no-referrer";
  element.addEventListener("error", () => element.replaceWith(waiting(src, image, options, "image_failed")));
  element.src = src;
  return element;
}

/**
 * @param {string} src
 * @param {{ alt: string, title: string }} image
 * @param {ImageOptions} options
 * @param {string} key
 */
function waiting(src, image, options, key) {
  const host = src.startsWith("data:") ? "" : new URL(src).host;
  const button = placeholder("button", image.alt, [options.say(key), host].filter(Boolean).join(" · "));
  button.setAttribute("type", "button");
  button.addEventListener("click", (event) => {
    event.preventDefault(); // It may stand in a link.
    button.replaceWith(picture(src, image, options));
  });
  return button;
}

/**
 * @param {"span" | "button"} tag
 * @param {string} alt
 * @param {string} note
 */
function placeholder(tag, alt, note) {
  const element = document.createElement(tag);
  element.className = "image";
  for (const [name, text] of [["alt", alt], ["note", note]]) {
    if (!text) continue;
    const line = document.createElement("span");
    line.className = `image-${name}`;
    line.textContent = text;
    element.append(line);
  }
  return element;
}

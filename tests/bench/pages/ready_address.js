/**
 * @file Where the finished HTML of an article is, beside the article itself.
 *
 * @param {string} article its address or path
 */
export const readyAddress = (article) => `${article}.ready.html`;

/** How many colours there are for keywords: custom properties `--shuye-mark-0` to `--shuye-mark-7`. */
export const TONES = 8;

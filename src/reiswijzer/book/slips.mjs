// @ts-check
// Whether one word is another but for slips of the keyboard. Knows no index.

/** Keys beside each other: a finger that lands on the next one. */
const KEYS = 'qwertyuiop asdfghjkl zxcvbnm';
const beside = (/** @type {string} */ one, /** @type {string} */ other) =>
  KEYS.includes(one) && KEYS.includes(other) && Math.abs(KEYS.indexOf(one) - KEYS.indexOf(other)) === 1;
/** A wholly other letter makes another word (rente, regie) more often than a slip: it counts double. */
const OTHER = 2;
/** Letters of a word that may hold a slip, of one that may hold any slip, and of one that may hold two. */
const SHORTEST = 5;
const SHORT = 6;
const LONG = 9;

/**
 * What it takes to make one word of another: a letter left out, put in or swapped with the next, or the key beside it, is one.
 * @param {string} one @param {string} other
 */
export function distance(one, other) {
  let [before, last] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const [a, b] = [one[i - 1], other[j - 1]];
      const changed = last[j - 1] + (a === b ? 0 : beside(a, b) ? 1 : OTHER);
      const swapped = i > 1 && j > 1 && a === other[j - 2] && one[i - 2] === b ? before[j - 2] + 1 : Infinity;
      row.push(Math.min(changed, swapped, last[j] + 1, row[j - 1] + 1));
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** Of a short word only a swap is sure enough. @param {string} one @param {string} other */
const swap = (one, other) => one.length === other.length && [...one].sort().join('') === [...other].sort().join('');

/**
 * The words that are this one but for a number of slips; the first letter seldom is one.
 * @param {string} word @param {Iterable<string>} words @param {number} slips @returns {string[]}
 */
export function slipsOf(word, words, slips) {
  if (word.length < SHORTEST || (slips > 1 && word.length < LONG)) return [];
  return [...words].filter(
    (other) =>
      other[0] === word[0] && Math.abs(other.length - word.length) <= slips &&
      (word.length >= SHORT || swap(word, other)) && distance(word, other) === slips,
  );
}

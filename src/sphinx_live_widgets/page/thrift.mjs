// @ts-check

/** Whether the reader asks to save data. */
export const savesData = () =>
  // @ts-ignore: navigator.connection is not in every browser
  Boolean(navigator.connection?.saveData) || matchMedia('(prefers-reduced-data: reduce)').matches;

/** A small file takes one or two round trips: on a fast connection well below this. In milliseconds. */
const SLOW = 250;

/**
 * Whether the connection is slow, to judge by how long a small file took. What came from a cache tells nothing.
 * @param {string} url
 */
export const isSlow = (url) => performance.getEntriesByName(url).some(({ duration }) => duration > SLOW);

// @ts-check

/** Whether the reader asks to save data. */
export const savesData = () =>
  // @ts-ignore: navigator.connection is not in every browser
  Boolean(navigator.connection?.saveData) || matchMedia('(prefers-reduced-data: reduce)').matches;

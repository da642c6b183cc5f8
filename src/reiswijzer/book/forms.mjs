// @ts-check
// Fill in the days that the journal on this device knows. What the reader types stays; nothing is written back.

const PREFIX = 'reiswijzer/1/';

/**
 * Return the moment at which something was first done, or nothing when it was not, or cannot be read.
 * A tick is a list of dated notes, and an empty last one takes it back; an exercise has the moment it was last kept.
 * @param {string} place
 */
function moment(place) {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + place) ?? 'null');
    if (kept?.version !== 1) return undefined;
    if (!Array.isArray(kept.notes)) return kept.time;
    return kept.notes.at(-1)?.text ? kept.notes.find((/** @type {any} */ note) => note.text).time : undefined;
  } catch {
    return undefined; // nothing may be read here: the reader fills it in
  }
}

for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[data-dag]'))) {
  const found = new Date(moment(input.dataset.dag ?? '') ?? NaN);
  if (!input.value && !Number.isNaN(found.getTime())) {
    input.value = found.toLocaleDateString('nl', { day: 'numeric', month: 'long', year: 'numeric' });
  }
}

// @ts-check
// Nothing that the reader is looking at moves when a widget takes the place of its static layer, which has another height.

/** @param {number} distance px */
const moveBy = (distance) => scrollBy({ top: distance, behavior: 'instant' });

/** Some browsers would keep the place as well, and move twice as far: not in this frame. */
function noAnchoring() {
  const { style } = document.documentElement;
  style.overflowAnchor = 'none';
  requestAnimationFrame(() => requestAnimationFrame(() => (style.overflowAnchor = '')));
}

/**
 * Change what an element holds, and keep what the reader sees in its place: text below an element whose beginning is
 * out of sight by scrolling, text below an element in view by keeping its room. An element in view that grows pushes
 * what is below it down; there is no other place for it.
 * @param {HTMLElement} element
 * @param {() => void} change
 */
export function changeInPlace(element, change) {
  const before = element.getBoundingClientRect();
  noAnchoring();
  change();
  const grown = element.getBoundingClientRect().height - before.height;
  const above = before.bottom <= 0;
  const inView = !above && before.top < innerHeight;
  if (above || (inView && grown > 0 && before.top < 0 && before.bottom < innerHeight)) moveBy(grown);
  else if (inView && grown < 0) keepRoom(element, before.height);
}

/**
 * Leave an element as high as it was until the reader uses it, cannot see it, or turns the screen.
 * @param {HTMLElement} element
 * @param {number} height px
 */
function keepRoom(element, height) {
  const kept = new AbortController();
  const give = () => {
    kept.abort();
    sight.disconnect();
    element.style.minHeight = '';
  };
  const sight = new IntersectionObserver((entries) => {
    if (entries.every((one) => !one.isIntersecting)) changeInPlace(element, give);
  });
  element.style.minHeight = `${height}px`;
  sight.observe(element);
  const once = { signal: kept.signal, passive: true };
  for (const type of ['pointerdown', 'keydown']) element.addEventListener(type, give, once);
  addEventListener('resize', give, once);
}

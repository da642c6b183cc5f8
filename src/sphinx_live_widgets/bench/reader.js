// @ts-check
// A reader inside the page, so that no time of the driver is counted: waits until a control is on the screen, reads on for
// a while, touches it, and goes on touching it once Python has answered. `benchPlan` says what; `bench` holds the outcome.

/**
 * @typedef {{ready: string, control: string, answer: string, reading: number, again: number, trips: number, limit: number}} Plan
 */
(() => {
  if (window !== top) return;
  /** @type {{benchPlan: Plan, bench: Promise<Record<string, number>>}} */
  const shared = /** @type {any} */ (globalThis);
  const plan = shared.benchPlan;

  /** @returns {HTMLElement | undefined} */
  const control = () => {
    const found = [...document.querySelectorAll(plan.control)];
    // Choosing what is chosen already would change nothing, and Python would have nothing to answer.
    return /** @type {HTMLElement | undefined} */ (found.find((one) => one.getClientRects().length && !one.matches(':checked')));
  };
  const isThere = () => (!plan.ready || document.querySelector(plan.ready)) && control();

  /** What is in the page when a frame begins is on the screen when it ends. @returns {Promise<boolean>} */
  const frame = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const there = Boolean(isThere());
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(there);
        port2.postMessage(0);
      }),
    );
  const pause = (/** @type {number} */ milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const shown = () => document.querySelector(plan.answer)?.textContent ?? '';

  /** Resolves when Python has answered: by the event of the extension, or when the text of the answer is another one. */
  const answered = () =>
    new Promise((done) => {
      if (!plan.answer) {
        addEventListener('live-widgets-answer', done, { once: true });
        return;
      }
      const before = shown();
      const watch = new MutationObserver(() => {
        if (shown() === before) return;
        watch.disconnect();
        done(undefined);
      });
      watch.observe(document, { subtree: true, childList: true, characterData: true });
    });

  function press() {
    const target = control();
    if (target?.matches('.noUi-handle')) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    } else {
      target?.click();
    }
  }

  /** @returns {Promise<number>} milliseconds from touch to answer */
  async function touch() {
    const answer = answered();
    const start = performance.now();
    press();
    const timer = plan.again ? setInterval(press, plan.again) : 0;
    await answer;
    clearInterval(timer);
    return performance.now() - start;
  }

  let seen = 'no control to touch';
  async function visit() {
    while (!(await frame()));
    const painted = performance.now();
    await pause(plan.reading);
    seen = 'no answer from Python';
    const first = await touch();
    const answer = performance.now();
    const trips = [];
    while (trips.length < plan.trips) {
      await frame();
      trips.push(await touch());
    }
    const trip = trips.sort((one, other) => one - other)[Math.floor(trips.length / 2)];
    const awake = performance.getEntriesByName('live-widgets-awake')[0];
    return { painted, ...(awake && { awake: awake.startTime }), answer, touch: first, trip };
  }
  const late = pause(plan.limit).then(() => {
    const state = document.documentElement.dataset.liveWidgets;
    throw new Error(`the page had ${seen} within ${plan.limit} ms${state ? ` and is ${state}` : ''}`);
  });
  shared.bench = Promise.race([visit(), late]);
  shared.bench.catch(() => undefined);
})();

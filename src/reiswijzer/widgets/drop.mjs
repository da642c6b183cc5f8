// @ts-check
// Takes in files that are dropped on the widget around it; choosing them with a button does the same without a mouse.

/** @param {{model: any, el: HTMLElement, signal: AbortSignal}} given */
function render({ model, el, signal }) {
  const start = () => {
    const place = el.closest('.rw-samen');
    if (!(place instanceof HTMLElement)) return false;
    /** @param {DragEvent} event */
    const carries = (event) => event.dataTransfer?.types.includes('Files') ?? false;
    /** @param {boolean} on */
    const mark = (on) => place.classList.toggle('rw-boven', on);

    place.addEventListener('dragover', (event) => {
      if (!carries(event)) return;
      event.preventDefault(); // or the browser opens the file instead of the book
      mark(true);
    }, { signal });
    place.addEventListener('dragleave', (event) => {
      if (!(event.relatedTarget instanceof Node) || !place.contains(event.relatedTarget)) mark(false);
    }, { signal });
    place.addEventListener('drop', async (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      mark(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const most = model.get('most') + 1;
      // A folder, or a file that is gone, cannot be read: it comes along empty and is named among the refused.
      const contents = await Promise.all(
        files.map((file) => file.slice(0, most).arrayBuffer().catch(() => new ArrayBuffer(0))),
      );
      model.send({ names: files.map((file) => file.name) }, undefined, contents);
    }, { signal });
    return true;
  };
  // It is drawn before it stands in the widget around it.
  if (!start()) requestAnimationFrame(start);
}

export default { render };

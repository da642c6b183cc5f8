// @ts-check
// In the book the name of a case in an exercise leads to the page of the case; in Jupyter, without this script, it leads
// to the main source. Names come and go while someone plays, so the page is watched.

/** As `PAGES` in case_map.py. */
const PAGES = 'book/kaart/casussen/';
const root = document.documentElement.dataset.content_root;

function lead() {
  const names = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a.rw-casus-verwijzing[target]'));
  for (const link of names) {
    link.href = `${root}${PAGES}${link.dataset.casus}.html`;
    link.removeAttribute('target'); // a page of the same book opens in the same window
    link.removeAttribute('rel');
  }
}

if (root !== undefined) {
  lead();
  new MutationObserver(lead).observe(document.body, { childList: true, subtree: true });
}

// @ts-check
// The card beside a link to a case: on hover, on focus, and on a first tap; Escape, leaving or a tap elsewhere puts it away.
// It stands right after its link, so that Tab goes on into it. Without script the link leads to the page of the case.

/** How long a pointer rests before a card comes, and may be away before it goes, in milliseconds. */
const REST = 180;
const AWAY = 260;
const MARGIN = 16;

/** @type {{link: HTMLAnchorElement, card: HTMLElement} | undefined} */
let open;
let timer = 0;
let made = 0;

function close() {
  clearTimeout(timer);
  if (!open) return;
  open.link.removeAttribute('aria-describedby');
  open.card.remove();
  open = undefined;
}

/** Put the card under its link, inside the window. @param {HTMLElement} link @param {HTMLElement} card */
function place(link, card) {
  const around = /** @type {HTMLElement} */ (card.offsetParent ?? document.documentElement).getBoundingClientRect();
  const lines = [...link.getClientRects()];
  const last = lines[lines.length - 1];
  const room = document.documentElement.clientWidth - card.offsetWidth - MARGIN;
  const below = innerHeight - last.bottom > card.offsetHeight + MARGIN || lines[0].top < card.offsetHeight + MARGIN;
  card.style.left = `${Math.max(Math.min(last.left, room), MARGIN) - around.left}px`;
  card.style.top = `${(below ? last.bottom + 6 : lines[0].top - card.offsetHeight - 6) - around.top}px`;
}

/** @param {HTMLAnchorElement} link @param {HTMLTemplateElement} template */
function show(link, template) {
  clearTimeout(timer);
  if (open?.link === link) return;
  close();
  const card = document.createElement('span');
  card.className = 'rw-kaartje';
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', template.dataset.label ?? '');
  card.append(template.content.cloneNode(true));
  const about = /** @type {HTMLElement} */ (card.querySelector('.rw-kaartje-waar') ?? card.firstElementChild);
  about.id = `rw-kaartje-${++made}`;
  link.setAttribute('aria-describedby', about.id);
  /** @type {HTMLAnchorElement} */ (card.querySelector('.rw-kaartje-meer')).href = link.href;
  link.after(card);
  place(link, card);
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', leave);
  card.addEventListener('focusout', ({ relatedTarget }) => elsewhere(relatedTarget));
  open = { link, card };
}

/** @param {PointerEvent} event */
function leave({ pointerType }) {
  clearTimeout(timer);
  if (pointerType !== 'touch' && !open?.card.contains(document.activeElement)) timer = setTimeout(close, AWAY);
}

/** Put the card away when attention went somewhere else. @param {EventTarget | null} to */
function elsewhere(to) {
  if (open && to instanceof Node && (open.link === to || open.card.contains(to))) return;
  close();
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a.rw-casus'))) {
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-casus="${link.dataset.casus}"]`));
  if (!template) continue;
  let touched = false;
  link.addEventListener('pointerdown', ({ pointerType }) => (touched = pointerType === 'touch'));
  link.addEventListener('pointerenter', ({ pointerType }) => {
    clearTimeout(timer);
    if (pointerType !== 'touch') timer = setTimeout(() => show(link, template), REST);
  });
  link.addEventListener('pointerleave', leave);
  link.addEventListener('focus', () => {
    if (!touched && link.matches(':focus-visible')) show(link, template);
  });
  link.addEventListener('blur', ({ relatedTarget }) => elsewhere(relatedTarget));
  link.addEventListener('click', (event) => {
    if (!touched || open?.link === link) return;
    event.preventDefault(); // the first tap shows the card, which has the link too
    show(link, template);
  });
}
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !open) return;
  const { link, card } = open;
  if (card.contains(document.activeElement)) link.focus();
  close();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (open && target instanceof Node && !open.card.contains(target) && !open.link.contains(target)) close();
});

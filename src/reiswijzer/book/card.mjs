// @ts-check
// The card beside a link to a case or a term: on hover, on focus, and on a first tap; Escape, leaving or a tap elsewhere puts
// it away. It stands right after its link, so that Tab goes on into it. Without script the link leads to the whole page.

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
  open.link.removeAttribute('aria-expanded');
  open.card.remove();
  open = undefined;
}

/** Put the card under its link, inside the window. @param {HTMLElement} link @param {HTMLElement} card */
function place(link, card) {
  const around = /** @type {HTMLElement} */ (card.offsetParent ?? document.documentElement).getBoundingClientRect();
  const lines = [...link.getClientRects()];
  const last = lines[lines.length - 1];
  const room = document.documentElement.clientWidth - card.offsetWidth - MARGIN;
  const header = document.querySelector('.bd-header-article')?.getBoundingClientRect().bottom ?? 0;
  const above = lines[0].top - Math.max(header, 0);
  const below = innerHeight - last.bottom > card.offsetHeight + MARGIN || above < card.offsetHeight + MARGIN;
  card.style.left = `${Math.max(Math.min(last.left, room), MARGIN) - around.left}px`;
  card.style.top = `${(below ? last.bottom + 6 : lines[0].top - card.offsetHeight - 6) - around.top}px`;
}

/** @param {HTMLAnchorElement} link @param {HTMLTemplateElement} template @param {boolean} [enter] go into the card */
function show(link, template, enter = false) {
  clearTimeout(timer);
  if (open?.link === link) return;
  close();
  const card = document.createElement('span');
  card.className = 'rw-kaartje';
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', template.dataset.label ?? '');
  card.append(template.content.cloneNode(true));
  const about = /** @type {HTMLElement} */ (card.querySelector('.rw-kaartje-kern') ?? card.firstElementChild);
  about.id = `rw-kaartje-${++made}`;
  link.setAttribute('aria-describedby', about.id);
  /** @type {HTMLAnchorElement} */ (card.querySelector('.rw-kaartje-meer')).href = link.href;
  link.after(card);
  place(link, card);
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', leave);
  card.addEventListener('focusout', ({ relatedTarget }) => elsewhere(relatedTarget));
  open = { link, card };
  link.setAttribute('aria-expanded', 'true');
  if (!enter) return;
  const shut = Object.assign(document.createElement('button'), { type: 'button', textContent: template.dataset.dicht });
  shut.addEventListener('click', putAway);
  card.append(shut);
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

/** Put the card away and go back to its link. */
function putAway() {
  const link = open?.link;
  if (open?.card.contains(document.activeElement)) link?.focus({ preventScroll: true });
  close();
}

/** @param {PointerEvent} event */
function leave({ pointerType }) {
  clearTimeout(timer);
  const stays = open?.card.contains(document.activeElement) || open?.link.matches(':focus-visible');
  if (pointerType !== 'touch' && !stays) timer = setTimeout(close, AWAY);
}

/** Put the card away when attention went somewhere else. @param {EventTarget | null} to */
function elsewhere(to) {
  if (open && to instanceof Node && (open.link === to || open.card.contains(to))) return;
  close();
}

/** Let a link show its card. @param {HTMLAnchorElement} link @param {HTMLTemplateElement} template */
function attach(link, template) {
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
    const first = touched && open?.link !== link;
    touched = false;
    if (!first) return;
    event.preventDefault(); // the first tap shows the card, which has the link too
    show(link, template, true);
  });
}

for (const template of /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll('template.rw-kaartje-inhoud'))) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(template.dataset.voor ?? ''));
  for (const link of links) attach(link, template);
}
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') putAway();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (open && target instanceof Node && !open.card.contains(target) && !open.link.contains(target)) close();
});

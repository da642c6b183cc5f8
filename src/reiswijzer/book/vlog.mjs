// @ts-check
// A film of another website in a page. There is no contact with that website until the reader clicks, or has asked
// this device to remember the choice. Every word comes from the page.

/** @param {string} key */
function isKept(key) {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false; // forbidden: told when there is something to keep
  }
}

/**
 * Keep the choice, or forget it; return whether the browser let us.
 * @param {string} key
 * @param {boolean} wanted
 */
function keep(key, wanted) {
  try {
    if (wanted) localStorage.setItem(key, 'ja');
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false; // forbidden or full: the film plays all the same
  }
}

/**
 * Say whether a film of the website with this key is in the page now.
 * @param {string} key
 */
function isShown(key) {
  const frames = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.rw-vlog-elders:has(iframe)'));
  return [...frames].some((place) => place.dataset.key === key);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @param {...(Node | string)} children
 */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Put a button in the place of the link, with what else the reader needs to decide.
 * @param {HTMLElement} place
 */
function setUp(place) {
  const words = /** @type {Record<string, string>} */ (place.dataset);
  const link = /** @type {HTMLElement} */ (place.querySelector('a'));
  const show = element('button', { type: 'button', className: link.className }, ...link.childNodes);
  const label = /** @type {HTMLElement} */ (show.querySelector('.rw-vlog-knop'));
  label.textContent = words.show;
  const hide = element('button', { type: 'button', className: 'rw-vlog-weg', hidden: true }, words.hide);
  const box = element('input', { type: 'checkbox', checked: isKept(words.key) });
  const status = element('p', { className: 'rw-vlog-melding', role: 'status' });
  const frame = element('iframe', {
    className: 'rw-vlog-film',
    title: words.title,
    allow: 'fullscreen; picture-in-picture',
    referrerPolicy: 'strict-origin-when-cross-origin',
  });

  // One choice for a website: the boxes of all its films follow one another, on this page and in other tabs.
  const follow = (/** @type {boolean} */ wanted) => {
    box.checked = wanted;
    status.textContent = '';
  };
  document.addEventListener(words.key, (event) => follow(/** @type {CustomEvent<boolean>} */ (event).detail));
  addEventListener('storage', ({ key }) => {
    if (key === words.key || key === null) follow(isKept(words.key)); // null: all was cleared
  });
  const say = (/** @type {boolean} */ wanted, /** @type {string} */ outcome) => {
    document.dispatchEvent(new CustomEvent(words.key, { detail: wanted }));
    status.textContent = outcome;
  };
  const choose = (/** @type {boolean} */ wanted) => {
    if (!keep(words.key, wanted)) say(false, words.refused);
    else say(wanted, wanted ? words.remembered : words.forgotten);
  };
  const open = () => {
    frame.src = words.embed;
    show.replaceWith(frame);
    hide.hidden = false;
  };
  show.addEventListener('click', () => {
    open();
    frame.focus();
    if (box.checked) choose(true);
  });
  hide.addEventListener('click', () => {
    frame.replaceWith(show);
    hide.hidden = true;
    show.focus();
  });
  // Before a film is shown a tick is an intention; nothing is kept of a reader who only tried the box.
  box.addEventListener('change', () => {
    if (!box.checked || isShown(words.key)) choose(box.checked);
    else say(true, '');
  });

  link.replaceWith(show);
  place.append(element('p', { className: 'rw-vlog-keuze' }, element('label', {}, box, ` ${words.remember}`), hide), status);
  if (box.checked) {
    frame.loading = 'lazy';
    open();
    status.textContent = words.remembered;
  }
}

document.querySelectorAll('.rw-vlog-elders[data-embed]').forEach((place) => setUp(/** @type {HTMLElement} */ (place)));

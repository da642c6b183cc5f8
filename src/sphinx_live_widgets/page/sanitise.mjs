// @ts-check
// HTML from widgets is data: it may look like anything and may do nothing.
import DOMPurify from 'dompurify';

const purifier = DOMPurify(window);

const OPTIONS = {
  USE_PROFILES: { html: true, svg: true, svgFilters: false },
  // No styles, no forms that leave the page, no content from elsewhere.
  FORBID_TAGS: ['style', 'form', 'dialog', 'audio', 'video', 'source', 'track', 'picture', 'map', 'area'],
  FORBID_ATTR: ['style', 'srcset', 'ping', 'background', 'action', 'formaction', 'autofocus', 'popover', 'popovertarget'],
  ADD_ATTR: ['target'],
  ALLOW_DATA_ATTR: true,
  ALLOW_ARIA_ATTR: true,
};

const FETCHED = new Set(['src', 'poster', 'data', 'xlink:href']);

purifier.addHook('uponSanitizeAttribute', (node, data) => {
  const name = data.attrName;
  const fetched = FETCHED.has(name) || (name === 'href' && node.namespaceURI === 'http://www.w3.org/2000/svg' && node.localName !== 'a');
  // What the browser would fetch by itself stays within the book; a link that a reader chooses may lead anywhere.
  if (fetched && !data.attrValue.startsWith('#') && !data.attrValue.startsWith('data:image/')) {
    const url = URL.parse(data.attrValue, document.baseURI);
    if (url?.origin !== location.origin) data.keepAttr = false;
  }
  if (/url\(\s*['"]?\s*(?!#)/i.test(data.attrValue) && name !== 'href' && !name.startsWith('aria-') && name !== 'title') data.keepAttr = false;
});

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.hasAttribute?.('target')) node.setAttribute('rel', 'noopener noreferrer');
});

/**
 * Return safe HTML.
 * @param {string} html
 * @returns {string}
 */
export function clean(html) {
  return purifier.sanitize(String(html ?? ''), OPTIONS);
}

/**
 * Return safe HTML for a label: inline elements only. Takes the place of the `sanitize-html` package.
 * @param {string} html
 * @returns {string}
 */
export default function cleanInline(html) {
  return purifier.sanitize(String(html ?? ''), {
    ALLOWED_TAGS: ['a', 'abbr', 'b', 'code', 'em', 'i', 'li', 'ol', 'span', 'strong', 'sub', 'sup', 'ul'],
    ALLOWED_ATTR: ['class', 'href', 'lang', 'title'],
  });
}

// @ts-check
// Front ends of anywidgets. State and messages hold the name of a file that the book build wrote, never a text.

/** What kinds of files there are, and how the build names them. */
const NAMES = { _esm: /^module-[0-9a-f]{16}\.js$/, _css: /^look-[0-9a-f]{16}\.css$/ };

/**
 * The address of a front end.
 * @param {keyof typeof NAMES} key
 * @param {unknown} name
 * @param {string} folder address of the folder with the files of the book
 */
function address(key, name, folder) {
  if (typeof name === 'string' && NAMES[key].test(name)) return new URL(name, folder).href;
  throw new Error(`the text of ${key} was not there when the book was built, or it comes from another host`);
}

/**
 * Load a module and return what it offers: `initialize` and `render`.
 * @param {unknown} name
 * @param {string} folder
 */
export async function load(name, folder) {
  const module = await import(address('_esm', name, folder));
  if (module.render) return { render: module.render };
  const offered = typeof module.default === 'function' ? await module.default() : module.default;
  if (typeof offered !== 'object' || offered === null) throw new Error(`${name} exports no default object or function`);
  return offered;
}

/**
 * Load a style sheet, once per document; without it a widget still works.
 * @param {unknown} name nothing, when a widget has no style of its own
 * @param {string} folder
 */
export async function dress(name, folder) {
  if (!name) return;
  const href = address('_css', name, folder);
  const links = [...document.querySelectorAll('link')];
  const link = links.find((one) => one.href === href) ?? Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  if (link.sheet) return;
  await new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    if (!link.isConnected) document.head.append(link);
  });
}

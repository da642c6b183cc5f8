// @ts-check
// Pyodide exports thousands of functions for compiled packages to link with. The page links none, so they go: the module
// and its script become smaller, and starting is faster, since Emscripten takes every export into its tables.

const ASSIGNMENTS = 'function assignWasmExports(wasmExports){';
const EXPORT = /wasmExports(?:\.(\w+)|\["([^"]+)"\])/g;
// Looked up while running, as `main`.
const MAIN = '__main_argc_argv';
const NAME = /[A-Za-z_$][\w$]*/g;

/** @param {string} text @param {RegExp} pattern */
const allIn = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1] ?? found[2] ?? found[0]);

/**
 * Take out of the Emscripten script every export that no other part of it, or of Pyodide's own script, names.
 * @param {string} script pyodide.asm.mjs
 * @param {string} loader pyodide.mjs
 * @returns {{script: string, exports: Set<string>}} the shorter script, and the exports it asks of the module
 */
export function trimScript(script, loader) {
  const start = script.indexOf(ASSIGNMENTS);
  const end = script.indexOf('}', start);
  if (start < 0 || script.indexOf(ASSIGNMENTS, start + 1) >= 0) throw new Error('assignWasmExports is not where it was; is the version pinned?');
  const assignments = script.slice(start + ASSIGNMENTS.length, end).split(';');
  const variables = new Set(assignments.map((one) => one.slice(0, one.indexOf('='))));
  const declaration = [...script.matchAll(/\bvar ([^;=]{1000,});/g)].find(([, names]) => names.split(',').every((name) => variables.has(name) || /^wasm/.test(name)));
  if (!declaration) throw new Error('the variables of assignWasmExports are not declared as they were; is the version pinned?');

  const rest = (script.slice(0, start) + script.slice(end)).replace(declaration[0], '') + loader;
  const named = new Set(allIn(rest, NAME));
  const kept = assignments.filter((one) => allIn(one.slice(0, one.indexOf('wasmExports')), NAME).some((name) => name !== 'Module' && named.has(name)));
  const keptVariables = new Set(kept.map((one) => one.slice(0, one.indexOf('='))));
  const names = declaration[1].split(',').filter((name) => keptVariables.has(name) || !variables.has(name));
  return {
    script: (script.slice(0, start + ASSIGNMENTS.length) + kept.join(';') + script.slice(end)).replace(declaration[0], () => `var ${names.join(',')};`),
    exports: new Set([...allIn(kept.join(';'), EXPORT), ...allIn(rest, EXPORT), MAIN]),
  };
}

// @ts-check
// Make the Python of the page from Pyodide: patched, without the exports that only compiled packages need, compressed.
// The build makes its snapshot with the very same files. Usage: node runtime.mjs <pyodide> <output>
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compress } from './compress.mjs';
import { patch } from './patches.mjs';
import { trimScript } from './trim.mjs';
import { initialMemory, keepExports } from './wasm.mjs';

const [source, output] = process.argv.slice(2);
/** @param {string} name */
const text = (name) => readFile(path.join(source, name), 'utf8');

const loader = patch('pyodide.mjs', await text('pyodide.mjs'));
const { script, exports } = trimScript(patch('pyodide.asm.mjs', await text('pyodide.asm.mjs')), loader);
const { module, kept } = keepExports(new Uint8Array(await readFile(path.join(source, 'pyodide.asm.wasm'))), exports);
const missing = [...exports].filter((name) => !kept.includes(name));
if (missing.length) throw new Error(`the module does not export ${missing.join(', ')}; is the version pinned?`);

// The page must remember that much of the fresh memory to put a snapshot back (memory.mjs).
const initial = `\nexport const liveInitial = ${initialMemory(module).length};\n`;
await writeFile(path.join(output, 'pyodide.mjs'), loader + initial);
await writeFile(path.join(output, 'pyodide.asm.mjs'), script);
await writeFile(path.join(output, 'pyodide.asm.wasm'), module);
await writeFile(path.join(output, 'pyodide.wasm.zst'), compress(module));
for (const name of ['python_stdlib.zip', 'pyodide-lock.json', 'package.json']) {
  await copyFile(path.join(source, name), path.join(output, name));
}

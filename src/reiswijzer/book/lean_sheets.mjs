// @ts-check
// Leaves out of style sheets what no page can meet: node lean_sheets.mjs PURGECSS OUT CONTENT... -- SHEET...
// A rule stays when all names in it are words somewhere in the content, so also what a script puts into a page.
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [purgecss, out, ...rest] = process.argv.slice(2);
const { PurgeCSS } = await import(pathToFileURL(purgecss).href);
const split = rest.indexOf('--');
const made = await new PurgeCSS().purge({ content: rest.slice(0, split), css: rest.slice(split + 1) });
await Promise.all(made.map((/** @type {{file: string, css: string}} */ one) => writeFile(join(out, basename(one.file)), one.css)));

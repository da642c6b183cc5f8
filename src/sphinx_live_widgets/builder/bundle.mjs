// @ts-check
// Bundle the page script, its style and the worker. Usage: node bundle.mjs <node_modules> <page sources> <output>
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { patch, PATCHES } from './patches.mjs';

const [modules, sources, output] = process.argv.slice(2);
const esbuild = createRequire(path.join(modules, 'x.js'))('esbuild');

/** @type {import('esbuild').Plugin} */
const pinned = {
  name: 'pinned',
  setup(build) {
    for (const name of Object.keys(PATCHES)) {
      build.onLoad({ filter: new RegExp(`pyodide[\\\\/]${name.replaceAll('.', '\\.')}$`) }, async ({ path: file }) => ({
        contents: patch(name, await readFile(file, 'utf8')),
        loader: 'js',
      }));
    }
    // base-manager asks sanitize-html (and with it postcss and htmlparser2) for one function; DOMPurify does that work.
    build.onResolve({ filter: /^sanitize-html$/ }, () => ({ path: path.join(sources, 'sanitise.mjs') }));
  },
};

const common = {
  bundle: true,
  minify: true,
  /** @type {'esm'} */
  format: 'esm',
  target: ['es2022'],
  nodePaths: [modules],
  plugins: [pinned],
  metafile: true,
  legalComments: /** @type {'none'} */ ('none'),
  logLevel: /** @type {'error'} */ ('error'),
};

const results = await Promise.all([
  esbuild.build({
    ...common,
    entryPoints: { page: path.join(sources, 'main.mjs'), early: path.join(sources, 'early.mjs'), style: path.join(sources, 'live.css') },
    outdir: output,
    loader: { '.svg': 'dataurl' },
  }),
  esbuild.build({
    ...common,
    entryPoints: { worker: path.join(sources, 'worker.mjs') },
    outdir: output,
    external: ['node:*', 'ws'],
  }),
]);

/** @type {Set<string>} */
const packages = new Set();
for (const { metafile } of results) {
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const found = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file);
      if (found && bytesInOutput > 0) packages.add(found[1].replaceAll('\\', '/'));
    }
  }
}
await writeFile(path.join(output, 'packages.json'), JSON.stringify([...packages].sort()));

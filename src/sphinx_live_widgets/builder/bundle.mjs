// @ts-check
// Bundle the page script, its style and the worker. Usage: node bundle.mjs <node_modules> <folder of pyodide> <page sources> <output>
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { patch } from './patches.mjs';

const [modules, runtime, sources, output] = process.argv.slice(2);
const esbuild = createRequire(path.join(modules, 'x.js'))('esbuild');

/** @type {import('esbuild').Plugin} */
const pinned = {
  name: 'pinned',
  setup(build) {
    build.onLoad({ filter: /[\\/]zstddec\.mjs$/ }, async ({ path: file }) => ({
      contents: patch('zstddec.mjs', await readFile(file, 'utf8')),
      loader: 'js',
    }));
    // base-manager asks sanitize-html (and with it postcss and htmlparser2) for one function; DOMPurify does that work.
    build.onResolve({ filter: /^sanitize-html$/ }, () => ({ path: path.join(sources, 'sanitise.mjs') }));
  },
};

const LICENCES = '/*! Parts of this file were made by others; their licences are in licences.txt beside it. */';

const common = {
  bundle: true,
  minify: true,
  /** @type {'esm'} */
  format: 'esm',
  target: ['es2022'],
  nodePaths: [runtime, modules],
  plugins: [pinned],
  metafile: true,
  legalComments: /** @type {'none'} */ ('none'),
  // In place of the comments: builder/parts.py writes that file.
  banner: { js: LICENCES, css: LICENCES },
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
    entryPoints: { worker: path.join(sources, 'worker.mjs'), python: path.join(sources, 'python.mjs') },
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

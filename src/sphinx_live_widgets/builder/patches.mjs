// @ts-check
// Text changes to the exact versions that package.json pins. Each must occur exactly once, or the build stops.

/** @type {Record<string, [string, string][]>} */
export const PATCHES = {
  'pyodide.mjs': [
    // The page compiles the WebAssembly itself, so that a failure is seen and no MIME type or compression matters.
    ['instantiateWasm:Ie(e.indexURL)', 'instantiateWasm:Ie(e.indexURL,e.liveInstance)'],
    ['function Ie(e){', 'function Ie(e,liveInstance){'],
    ['=_(e+"pyodide.asm.wasm")', '=liveInstance?{}:_(e+"pyodide.asm.wasm")'],
    [
      'n?l=await WebAssembly.instantiateStreaming(n,s)',
      'liveInstance?l=await liveInstance(s)' +
        ':n?l=await WebAssembly.instantiateStreaming(n,s)',
    ],
    // The memory of a snapshot is put back by page/memory.mjs, as soon as both the module and the memory are there.
    [
      'async function ke(e,t){if(!e._loadSnapshot)return;',
      'async function ke(e,t){if(e.liveRestore)return t.noInitialRun=!0,e.liveRestore;if(!e._loadSnapshot)return;',
    ],
    [
      'let a=Ae(r,s,t);return',
      'let a=t.liveRestore?r.API.finalizeBootstrap(await s(r),t._snapshotDeserializer):Ae(r,s,t);return',
    ],
    // The standard library may be handed over as bytes; a snapshot that needs none of it gets a lazy file instead.
    ['function he(e){let t=j(e);', 'function he(e){let t=typeof e=="string"?j(e):e;'],
    ['n.FS.writeFile(`/lib/python${i}${s}.zip`,r)', 'r&&n.FS.writeFile(`/lib/python${i}${s}.zip`,r)'],
  ],
  'pyodide.asm.mjs': [
    // pyodide issue 6254: a heap that has grown must grow again before it is restored.
    [
      'API.restoreSnapshot=function(t){',
      'API.liveGrow=t=>t<=HEAPU8.length||growMemory(t),API.restoreSnapshot=function(t){',
    ],
  ],
  'zstddec.mjs': [
    // Its own way fetches a data: address, which a strict policy forbids.
    [
      'if (typeof fetch !== "undefined") init = fetch(`data:application/wasm;base64,${wasm}`).then((response) => ' +
        'response.arrayBuffer()).then((arrayBuffer) => WebAssembly.instantiate(arrayBuffer, IMPORT_OBJECT)).then(this._init);',
      'if (true) init = WebAssembly.instantiate(Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0)), IMPORT_OBJECT)' +
        '.then(this._init);',
    ],
  ],
};

/**
 * Apply the patches for one file.
 * @param {string} name file name as in PATCHES
 * @param {string} text its content
 * @returns {string}
 */
export function patch(name, text) {
  for (const [before, after] of PATCHES[name] ?? []) {
    const count = text.split(before).length - 1;
    if (count !== 1) throw new Error(`${name}: expected "${before}" once, found it ${count} times; is the version pinned?`);
    text = text.replace(before, () => after);
  }
  return text;
}

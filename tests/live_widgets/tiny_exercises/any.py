"""anywidgets: what travels both ways, what is made late, what is removed, what cannot be shown."""

from __future__ import annotations

import random

import anywidget
import ipywidgets as w
import traitlets as t
from ipywidgets.widgets.trait_types import CByteMemoryView

TALKER = """
globalThis.tally ??= {modules: 0, tidied: []};
tally.modules += 1;

/** @type {(name: string, act: () => void) => HTMLButtonElement} */
function button(name, act) {
  return Object.assign(document.createElement('button'), {type: 'button', textContent: name, onclick: act});
}

const textOf = (view) => new TextDecoder().decode(view);

export default () => {
  let initialized = 0;
  return {
    initialize({ model }) {
      initialized = 1;
      model.on('msg:custom', (content) => (globalThis.tally.last = content.kind));
      return () => tally.tidied.push('model');
    },
    async render({ model, el, signal, experimental }) {
      const count = document.createElement('output');
      const bytes = document.createElement('output');
      const said = document.createElement('output');
      const show = () => { count.textContent = `${model.get('name')}: ${model.get('count')}`; };
      const showBytes = () => { bytes.textContent = `holds ${textOf(model.get('part'))}`; };
      model.on('change:count', show);
      model.on('change:part', showBytes);
      model.on('msg:custom', (content, buffers) => {
        if (content.kind === 'echo') said.textContent = `echo ${content.text} ${buffers.map(textOf).join('+')}`;
      });
      const add = button('Add', () => { model.set('count', model.get('count') + 1); model.save_changes(); });
      const write = button('Write', () => {
        const whole = new TextEncoder().encode('<<from the page>>');
        model.set('part', whole.subarray(2, whole.length - 2));
        model.save_changes();
      });
      const say = button('Say', () => {
        const own = new TextEncoder().encode('page');
        model.send({kind: 'say', text: 'hello'}, undefined, [own, own.buffer]);
        own.fill(0);
      });
      const ask = button('Ask', async () => {
        const part = new TextEncoder().encode('b');
        const [answer, buffers] = await experimental.invoke('shout', 'quiet', {buffers: [part]});
        said.textContent = `${answer} ${buffers.map(textOf).join('')}`;
      });
      const off = button('Deaf', () => model.off('change:count', show));
      el.append(add, write, say, ask, off, count, bytes, said);
      el.dataset.initialized = initialized;
      show();
      showBytes();
      signal.addEventListener('abort', () => tally.tidied.push('signal'));
      return async () => { await null; tally.tidied.push('view'); };
    },
  };
};
"""


class Talker(anywidget.AnyWidget):
    """Answers in every way there is."""

    _esm = TALKER
    _css = ".tiny-talker output { color: rgb(1, 2, 3) }"
    name = t.Unicode("count").tag(sync=True)
    count = t.Int(0).tag(sync=True)
    part = CByteMemoryView(b"the start").tag(sync=True)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.add_class("tiny-talker")
        self.heard = w.HTML("nothing heard")
        self.observe(self._counted, "count")
        self.observe(self._written, "part")
        self.on_msg(self._said)

    def _counted(self, change):
        self.heard.value += f" counted {change.new}"
        if change.new == 5:
            self.count = 50

    def _written(self, change):
        self.heard.value += f" got {bytes(change.new).decode()}"
        if bytes(change.new) == b"from the page":
            self.part = b"from Python.."

    def _said(self, _widget, content, buffers):
        if content.get("kind") == "say":
            self.heard.value += f" said {content['text']}"
            self.send({"kind": "echo", "text": content["text"]}, [bytes(one) for one in buffers])

    @anywidget.experimental.command
    def shout(self, message, buffers):
        return message.upper(), [bytes(one) * 3 for one in buffers]


class Late(anywidget.AnyWidget):
    """Imported when the book is built, made for the first time by a reader."""

    _esm = """
    export default {
      render({ model, el }) {
        const show = () => { el.textContent = `late and ${model.get('word')}`; };
        model.on('change:word', show);
        show();
      },
    };
    """
    word = t.Unicode("").tag(sync=True)


def talker():
    widget = Talker()
    return w.VBox([widget, widget.heard])


def two():
    first, second = Talker(name="first"), Talker(name="second")
    return w.VBox([first, second])


class Described(anywidget.AnyWidget):
    """Has words for a reader without JavaScript."""

    _esm = "function render({ el }) { el.append('described, alive'); }\nexport default { render };"

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": "<p>Described, at rest.</p>"}, metadata


def described():
    return w.VBox([Described(), w.Label("beside it")])


class Board(anywidget.AnyWidget):
    """Shows two widgets that its state refers to."""

    _esm = """
    export default {
      async render({ model, el, host }) {
        for (const reference of model.get('parts')) {
          const place = document.createElement('div');
          place.className = 'tiny-place';
          el.append(place);
          const { exports, render } = await host.getWidget(reference);
          await render({ el: place });
          const part = await host.getModel(reference);
          place.append(` ${exports.hint} ${part.get('word')}`);
        }
      },
    };
    """
    first = anywidget.WidgetTrait().tag(sync=True)
    second = anywidget.WidgetTrait().tag(sync=True)
    parts = t.List().tag(sync=True)


class Part(anywidget.AnyWidget):
    """Offers something to the widget around it."""

    _esm = """
    export default {
      initialize: () => ({ hint: 'hint' }),
      render({ model, el }) { el.append(`part ${model.get('word')}`); },
    };
    """
    word = t.Unicode("").tag(sync=True)


def board():
    parts = [Part(word="one"), Part(word="two")]
    return Board(first=parts[0], second=parts[1], parts=[f"anywidget:{part.model_id}" for part in parts])


def making():
    made = w.VBox([])

    def button(name, children):
        one = w.Button(description=name)

        def act(_button):
            made.children = children()

        one.on_click(act)
        return one

    def unknown():
        text = f"export default {{ render() {{ globalThis.harmed = {random.random()}; }} }}"  # noqa: S311
        return [type("Unknown", (anywidget.AnyWidget,), {"_esm": text})(), w.Label("the rest")]

    def foreign():
        class Foreign(w.DOMWidget):
            _model_module = t.Unicode("foreign-module").tag(sync=True)
            _model_name = t.Unicode("ForeignModel").tag(sync=True)

        return [Foreign(), w.Label("the others")]

    def late():
        widget = Late(word="first")
        widget.word = "made"
        return [widget]

    def talking():
        widget = Talker(name="new")
        return [widget, widget.heard]

    names = {"Late": late, "Talk": talking, "Remove": list, "Unknown": unknown, "Foreign": foreign}
    return w.VBox([*(button(name, children) for name, children in names.items()), made])


class Waiting(anywidget.AnyWidget):
    """Asks Python while it is being drawn."""

    _esm = """
    export default {
      async initialize({ experimental }) {
        globalThis.asked = (await experimental.invoke('answer', 1))[0];
      },
      async render({ el, experimental }) {
        el.append(`asked ${globalThis.asked}, drawn with ${(await experimental.invoke('answer', 20))[0]}`);
      },
    };
    """

    @anywidget.experimental.command
    def answer(self, number, _buffers):
        return number * 2, []


def waiting():
    return Waiting()


class Failing(anywidget.AnyWidget):
    """Breaks while it is drawn."""

    _esm = "export default { render() { throw new Error('deliberately not drawn'); } }"


def failing():
    return w.VBox([Failing(), w.Label("The parts of it at rest")])

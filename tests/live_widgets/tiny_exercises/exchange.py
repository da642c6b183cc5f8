"""What travels between page and Python: binary parts, messages, shared models, new widgets, errors, chance."""

from __future__ import annotations

import random

import ipywidgets as w

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)
shared = w.IntSlider(description="Shared", min=0, max=9, value=3)


def parts():  # noqa: C901  # one button for each promise
    output = w.Output()
    answer = w.HTML("no answer")
    made = w.VBox([])
    image = w.Image(value=PIXEL, format="png", width=10)

    def button(name, act):
        one = w.Button(description=name)
        one.on_click(act)
        return one

    def write(_button):
        with output:
            print("printed")  # noqa: T201  # captured by the Output widget

    def fail(_button):
        raise ValueError("deliberate")

    def make(_button):
        extra = w.Button(description="New button")

        def press(_pressed):
            answer.value = "new button pressed"

        extra.on_click(press)
        made.children = [extra]

    def paint(_button):
        image.value = PIXEL * 2
        answer.value = f"{len(image.value)} bytes"

    def chance(_button):
        answer.value = f"chance {random.random()}"  # noqa: S311

    def slow(_button):
        while True:
            pass

    names = {"Print": write, "Fail": fail, "Make": make, "Paint": paint, "Chance": chance, "Hang": slow}
    upload = w.FileUpload(description="File")

    def uploaded(_change):
        answer.value = "got " + upload.value[0].content.tobytes().decode()

    upload.observe(uploaded, "value")
    return w.VBox([*(button(name, act) for name, act in names.items()), upload, image, output, made, answer])


def linked():
    first, second = w.IntSlider(description="First", max=9), w.IntText(description="Second")
    w.jslink((first, "value"), (second, "value"))
    return w.VBox([first, second])


def sharing():
    seen = w.HTML("unseen")

    def see(_change):
        seen.value = f"shared is {shared.value}"

    shared.observe(see, "value")
    return w.VBox([shared, seen])


def hostile():
    return w.HTML(
        '<p id="safe" class="kept" role="note" aria-label="kept">text <a href="https://example.org/">link</a></p>'
        "<img src='x' onerror='window.harmed=1'><script>window.harmed=1</script>"
        "<a id='bad' href='javascript:window.harmed=1'>bad</a><img id='away' src='https://example.org/spy.png'>"
        "<svg viewBox='0 0 10 10' role='img' aria-label='figure'><circle class='dot' r='3' fill='red' onclick='x()'/>"
        "<foreignObject><iframe srcdoc='x'></iframe></foreignObject><a href='javascript:x()'><text>t</text></a></svg>"
        "<details><summary>more</summary><table><tr><td>cell</td></tr></table></details><p style='color:red'>plain</p>"
    )

"""What is measured on a page for readers who see, hear or reach less of it."""

import re

# What WCAG 1.4.12 asks a page to bear.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
LARGE = "document.documentElement.style.fontSize = '200%'"
# Text that is cut off or runs out of its box; a wide table scrolls in a box of its own.
CUT = """() => {
    const found = [], page = document.documentElement;
    const name = (one) => `${one.tagName.toLowerCase()}.${[...one.classList].join('.')}`;
    const text = (one) => one.textContent.trim().slice(0, 40);
    const own = ['pst-scrollable-table-container', 'rw-tabel', 'bd-search'];
    if (page.scrollWidth > page.clientWidth) found.push(`page ${page.scrollWidth - page.clientWidth} px too wide`);
    for (const one of document.querySelectorAll('.bd-sidebar-primary, .bd-sidebar-primary *, .bd-main *')) {
        if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('svg')) continue;
        const style = getComputedStyle(one), box = one.getBoundingClientRect();
        const hidden = style.clipPath !== 'none' || box.width < 2 || own.some((each) => one.classList.contains(each));
        if (hidden || style.display === 'inline') continue;
        if (style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 2)
            found.push(`${name(one)} cuts ${one.scrollWidth - one.clientWidth} px of its width`);
        if (/hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 3)
            found.push(`${name(one)} cuts ${one.scrollHeight - one.clientHeight} px of its height`);
        if (one.matches('button, label, select, summary') && one.scrollHeight > one.clientHeight + 4)
            found.push(`${name(one)} is lower than its text: ${text(one)}`);
    }
    return found;
}"""
# What is smaller than 24 by 24 pixels, except links in a line of text (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [role=button], [role=slider], [tabindex="0"]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => {
        const ticked = /checkbox|radio/.test(one.type) && one.closest('label');
        const parts = one.matches('summary') ? [one, ...one.querySelectorAll('*')] : [ticked || one];
        const box = parts.map((part) => part.getBoundingClientRect())
            .sort((one, other) => Math.min(other.width, other.height) - Math.min(one.width, one.height))[0];
        const line = one.matches('a') && getComputedStyle(one).display === 'inline'
            && one.parentElement.textContent.trim().length > one.textContent.trim().length;
        return box.width > 1 && !line && (box.width < 23.9 || box.height < 23.9);
    }).map((one) => one.outerHTML.slice(0, 120))"""
# What moves or would move although the reader asked for rest.
MOVING = """() => [
    ...document.getAnimations().map((one) => `${one.animationName ?? one.transitionProperty} runs`),
    ...[...document.querySelectorAll('*')].filter((one) => {
        const style = getComputedStyle(one);
        return !['', 'none'].includes(style.animationName) || style.scrollBehavior === 'smooth'
            || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
    }).map((one) => one.outerHTML.slice(0, 120)),
    ...[...document.querySelectorAll('video')].filter((one) => one.autoplay || !one.paused).map(() => 'a film plays'),
]"""
# Colours of drawings that are none of those a reader has set.
OWN_COLOURS = """() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const system = new Set(['none', 'rgba(0, 0, 0, 0)']);
    for (const color of ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight']) {
        probe.style.color = color;
        system.add(getComputedStyle(probe).color);
    }
    probe.remove();
    const shapes = [...document.querySelectorAll(
        '.bd-article svg :is(path, circle, line, rect, polyline, polygon, text, ellipse)')];
    return [...new Set(shapes.filter((one) => one.checkVisibility({ visibilityProperty: true })).flatMap((one) => {
        const style = getComputedStyle(one);
        return ['fill', 'stroke'].filter((each) => !system.has(style[each]))
            .map((each) => `${each} ${style[each]}: ${one.outerHTML.slice(0, 120)}`);
    }))];
}"""
# Text in the colour of the page: a browser lays that colour below it, unless it is told that the author has seen to it.
UNREADABLE = """() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const paper = getComputedStyle(probe).color;
    probe.remove();
    const says = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return [...document.querySelectorAll('body *')].filter(says).filter((one) => {
        if (!one.checkVisibility({ visibilityProperty: true })) return false;
        const style = getComputedStyle(one);
        return style.color === paper && (style.forcedColorAdjust !== 'none' || style.backgroundColor === paper);
    }).map((one) => one.outerHTML.slice(0, 120));
}"""
# Where the reader is: is it seen, and can one see that it is here?
FOCUS = """() => {
    const here = document.activeElement;
    // Within the controls that Firefox itself draws on a film, the film only seems to have the focus.
    if (here === document.body || here.tabIndex < 0 || here.matches('video:not(:focus-visible)')) return '';
    const shown = (here.matches('input[type=radio], input[type=checkbox]') && here.closest('label')) || here;
    const boxes = [...shown.getClientRects()];
    const seen = boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.2, 0.5, 0.8].some((y) => {
        const [from, to] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        const top = document.elementFromPoint(box.left + box.width * x, from + (to - from) * y);
        return top && (shown.contains(top) || top.contains(shown) && !top.matches('body, html'));
    })));
    const ring = here.querySelector(':scope > .rw-curve-hit, :scope > .rw-net-doel') ?? here;
    const style = getComputedStyle(ring);
    const marked = ring === here ? style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        : !/none|transparent|, 0\\)/.test(style.stroke);
    const fault = [seen ? '' : 'hidden', marked ? '' : 'without a mark'].filter(Boolean).join(', ');
    return fault && `${fault}: ${here.outerHTML.slice(0, 120)}`;
}"""
# Each stop of Tab is looked at when the next key goes down.
WATCHED = f"""() => {{
    window.lost = [];
    const look = {FOCUS};
    addEventListener('keydown', () => {{ const fault = look(); if (fault) window.lost.push(fault); }}, true);
}}"""
NAMED = "button|link|textbox|searchbox|combobox|spinbutton|slider|checkbox|radio|radiogroup|img|region|navigation|table"


def nameless(snapshot):
    """Return the lines of an accessibility tree whose role needs a name and has none."""
    return re.findall(rf"^ *- (?:{NAMED})(?=[: \[]|$)(?! \")[^\n]*", snapshot, re.MULTILINE)


def skipped(snapshot):
    """Return the headings of an accessibility tree that are more than one level below the one before."""
    levels = [int(level) for level in re.findall(r"heading .*\[level=(\d)\]", snapshot)]
    jumps = zip([0, *levels], levels, strict=False)
    return [f"h{level} after h{before}" for before, level in jumps if level > before + 1]

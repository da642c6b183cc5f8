"""What the book and its pages are, in the words of schema.org, for search engines."""

from __future__ import annotations

from typing import Any

from reiswijzer.book.address import of_page
from reiswijzer.content.about import about
from reiswijzer.content.route import Stop, route
from reiswijzer.content.texts import exercise_ids, texts

CONTEXT = "https://schema.org"
NOTEBOOKS = "exercises/"


def duration(minutes: int) -> str:
    """Return minutes as ISO 8601 wants them, `PT1H30M`."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _common(kind: str, name: str, description: str) -> dict[str, Any]:
    told = about()
    return {
        "@type": kind,
        "name": name,
        "description": description,
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "license": told.licence,
        "about": list(told.about),
        "audience": {"@type": "EducationalAudience", "educationalRole": "student", "audienceType": told.audience},
    }


def _placed(found: dict[str, Any], base: str, page: str) -> dict[str, Any]:
    return {**found, "url": of_page(base, page)} if base else found


def exercise(ident: str) -> dict[str, Any]:
    """Return what an exercise is; `ident` is its id."""
    own = texts(ident)
    return {
        **_common("LearningResource", own.title, own.question),
        "learningResourceType": "oefening",
        "educationalUse": "oefening",
        "interactivityType": "active",
        "timeRequired": duration(own.minutes),
    }


def _chapter(stop: Stop, description: str) -> dict[str, Any]:
    return {
        **_common("LearningResource", stop.title, description),
        "learningResourceType": "hoofdstuk",
        "educationalUse": "zelfstudie",
        "interactivityType": "mixed",
        "teaches": stop.title,
        "position": stop.number,
        "timeRequired": duration(stop.reading_minutes + stop.exercise_minutes),
        "hasPart": [exercise(stop.exercise)],
    }


def _course(base: str, description: str) -> dict[str, Any]:
    told = about()
    whole = duration(sum(stop.reading_minutes + stop.exercise_minutes for stop in route()))
    maker = {"@type": "Organization", "name": told.maker}
    if base:
        maker["url"] = base
    return {
        **_common("Course", told.title, description),
        "provider": maker,
        "teaches": [stop.title for stop in route()],
        "timeRequired": whole,
        "offers": [{"@type": "Offer", "category": "Free", "price": 0, "priceCurrency": "EUR"}],
        "hasCourseInstance": [{"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": whole}],
        "hasPart": [_placed(_chapter(stop, stop.question), base, stop.doc) for stop in route()],
    }


def structured(base: str, page: str, title: str, description: str, body: str) -> dict[str, Any]:
    """Return what the page is: the course, a chapter, a page with exercises, or a page; `base` is "" when unknown."""
    stop = next((stop for stop in route() if stop.doc == page), None)
    inside = [ident for ident in exercise_ids() if f'data-live-widget="{ident}"' in body]
    if page == "index":
        found = _course(base, description)
    elif stop:
        found = _chapter(stop, description)
    elif page.startswith(NOTEBOOKS) and inside:
        found = {**exercise(inside[0]), "name": title, "description": description, "learningResourceType": "notebook"}
    elif inside:
        found = {**_common("WebPage", title, description), "hasPart": [exercise(ident) for ident in inside]}
    else:
        found = _common("WebPage", title, description)
    if page != "index":
        found["isPartOf"] = _placed({"@type": "Course", "name": about().title}, base, "index")
    return {"@context": CONTEXT, **_placed(found, base, page)}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The SVG file: elements, SMIL animations, the diagram's metadata, and how it is written.

Numbers in animations are seconds on the diagram's timeline. Every animation freezes, every one
gives both ends: what is seen at a time depends on that time alone, not on how one came there.
"""

from xml.sax.saxutils import escape, quoteattr

from .geometry import number

EASE = '.2 0 0 1'          # moves: quick to leave, slow to arrive
DRIFT = '.45 .05 .35 1'    # cells
FADE = '0 0 .58 1'         # fades: ease-out


class Element:
    """An element with attributes and children; `_` in a keyword stands for `-`."""

    def __init__(self, tag, *children, **attributes):
        self.tag = tag
        self.children = [child for child in children if child is not None]
        self.attributes = {key.rstrip('_').replace('_', '-'): value
                           for key, value in attributes.items() if value is not None}

    def add(self, *children):
        self.children.extend(child for child in children if child is not None)
        return self

    def write(self, out, depth=0):
        attributes = ''.join(' %s=%s' % (key, quoteattr(value if isinstance(value, str)
                                                        else number(value)))
                             for key, value in self.attributes.items())
        indent = ' ' * depth
        if not self.children:
            out.append('%s<%s%s/>' % (indent, self.tag, attributes))
        elif all(isinstance(child, str) for child in self.children):
            text = escape(''.join(self.children))
            out.append('%s<%s%s>%s</%s>' % (indent, self.tag, attributes, text, self.tag))
        else:
            out.append('%s<%s%s>' % (indent, self.tag, attributes))
            for child in self.children:
                child.write(out, depth + 1)
            out.append('%s</%s>' % (indent, self.tag))


def group(*children, **attributes):
    return Element('g', *children, **attributes)


def path(d, fill=None, **attributes):
    """A path; None where there is nothing to draw, so that it can be passed on as it is."""
    return Element('path', d=d, fill=fill, **attributes) if d else None


def gradient(name, start, end, *stops):
    """A linear gradient in user space; stops (offset, colour, opacity)."""
    return Element('linearGradient', *_stops(stops), id=name, gradientUnits='userSpaceOnUse',
                   x1=start[0], y1=start[1], x2=end[0], y2=end[1])


def radial(name, centre, radius, *stops, transform=None):
    """A radial gradient in user space; stops (offset, colour, opacity)."""
    return Element('radialGradient', *_stops(stops), id=name, gradientUnits='userSpaceOnUse',
                   cx=centre[0], cy=centre[1], r=radius, gradientTransform=transform)


def _stops(stops):
    return [Element('stop', offset=number(offset), stop_color=colour,
                    stop_opacity=None if opacity == 1 else number(opacity))
            for offset, colour, opacity in stops]


# ---------------------------------------------------------------------- animation

def fade(start, end, begin, duration, ease=FADE):
    """Opacity from start to end."""
    return _spline('animate', 'opacity', number(start), number(end), begin, duration, ease)


def move(start, end, begin, duration, ease=EASE, kind='translate'):
    """A translation (x y) or another transform, from start to end."""
    def text(values):
        return ' '.join(number(value) for value in values)
    return _spline('animateTransform', 'transform', text(start), text(end), begin, duration, ease,
                   type=kind)


def clock(seconds):
    """A clock value. SMIL wants a digit before the point."""
    text = number(seconds)
    return ('0' if text.startswith('.') else '') + text + 's'


def _spline(tag, attribute, start, end, begin, duration, ease, **more):
    return Element(tag, attributeName=attribute, **more, from_=start, to=end,
                   begin=clock(begin), dur=clock(duration), calcMode='spline',
                   keyTimes='0;1', keySplines=ease, fill='freeze')


# ---------------------------------------------------------------------- the diagram

class Diagram:
    """A drawing with its metadata. Coordinates are in `unit` ('mm' or 'um')."""

    def __init__(self, title, description, view, ground, unit, laterality, scale_bar):
        self.title, self.description = title, description
        self.view, self.ground, self.unit = view, ground, unit
        self.laterality, self.scale_bar = laterality, scale_bar
        self.parts, self.steps, self.defs, self.body = [], [], [], []

    def part(self, name, certainty=None, **anchors):
        """A part that can be named and touched; anchors in the part's own user space. The first
        should be called `body`. `certainty` as lib.certainty.KINDS; None for what is known."""
        if certainty not in (None, 'dish', 'animals', 'dish animals', 'hoped'):
            raise ValueError('no such certainty: %s' % certainty)
        self.parts.append((name, certainty, anchors))

    def step(self, name, begin, end, focus, camera):
        """A step of the story: focus is a list of parts, camera what must be visible."""
        self.steps.append((name, begin, end, focus, camera))

    def _metadata(self, digest):
        meta = Element('genu:diagram', version='1', ground=self.ground.upper(), unit=self.unit,
                       laterality=self.laterality, **{'max_scale': '2'})
        for name, certainty, anchors in self.parts:
            meta.add(Element('genu:part', *[Element('genu:anchor', name=key, x=x, y=y)
                                            for key, (x, y) in anchors.items()], id=name,
                             certainty=certainty))
        meta.add(Element('genu:scale-bar', length=number(self.scale_bar), unit=self.unit))
        for name, begin, end, focus, camera in self.steps:
            meta.add(Element('genu:step', id=name, begin=number(begin), end=number(end),
                             focus=' '.join(focus), camera=' '.join(number(v) for v in camera)))
        meta.add(Element('genu:source', digest='sha256:' + digest))
        return Element('metadata', meta)

    def write(self, digest):
        """The whole file as text, one element a line."""
        root = Element('svg', Element('title', self.title), Element('desc', self.description),
                       self._metadata(digest), Element('defs', *self.defs), *self.body,
                       xmlns='http://www.w3.org/2000/svg',
                       viewBox=' '.join(number(v) for v in self.view))
        root.attributes['xmlns:genu'] = 'urn:genu:diagram:1'
        out = ['<?xml version="1.0" encoding="UTF-8"?>']
        root.write(out)
        return '\n'.join(out) + '\n'

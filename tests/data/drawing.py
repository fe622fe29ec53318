# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the shapes of a drawing back from its file, to measure them: no part of the generator."""

import pathlib
import re
import xml.etree.ElementTree

import numpy

SVG = '{http://www.w3.org/2000/svg}'
STEP = '{urn:genu:diagram:1}step'
COMMAND = re.compile(r'([MmLlHhVvCcZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)')


def outlines(d, per_cubic=16):
    """The sub-paths of path data as arrays of points."""
    tokens = [match.group(0) for match in COMMAND.finditer(d)]
    found, points, pen, start, command, at = [], [], numpy.zeros(2), numpy.zeros(2), '', 0

    def take(count):
        nonlocal at
        numbers = [float(token) for token in tokens[at:at + count]]
        at += count
        return numpy.array(numbers)
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        base = pen if command.islower() else numpy.zeros(2)
        kind = command.upper()
        if kind == 'M':
            if points:
                found.append(numpy.array(points))
            pen = start = base + take(2)
            points, command = [pen], 'l' if command == 'm' else 'L'
        elif kind == 'L':
            pen = base + take(2)
            points.append(pen)
        elif kind in 'HV':
            axis = kind == 'V'
            pen = pen.copy()
            pen[int(axis)] = base[int(axis)] + take(1)[0]
            points.append(pen)
        elif kind == 'C':
            c1, c2, end = (base + pair for pair in take(6).reshape(3, 2))
            t = numpy.linspace(0, 1, per_cubic + 1)[1:, None]
            points.extend((1 - t) ** 3 * pen + 3 * (1 - t) ** 2 * t * c1
                          + 3 * (1 - t) * t * t * c2 + t ** 3 * end)
            pen = end
        else:
            pen = start
    if points:
        found.append(numpy.array(points))
    return found


class Drawing:
    """The clips and elements of a drawing by id, and its title, parts and steps."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.root = xml.etree.ElementTree.parse(self.path).getroot()
        self.by_id = {element.get('id'): element for element in self.root.iter()
                      if element.get('id') and element.tag.startswith(SVG)}

    def shape(self, name):
        """The points of all paths in the element of that id, in its own user space."""
        element = self.by_id[name]
        paths = [element] if element.tag == SVG + 'path' else element.iter(SVG + 'path')
        return numpy.vstack([points for path in paths for points in outlines(path.get('d'))])

    def outline(self, name):
        """The silhouette of a body: its clip."""
        points = outlines(self.by_id['clip-' + name].find(SVG + 'path').get('d'))
        return max(points, key=len)


    def ends(self):
        """When each step ends, in seconds."""
        return {step.get('id'): float(step.get('end')) for step in self.root.iter(STEP)}

    def movers(self, clip):
        """The elements around what is cut by this clip, outermost first."""
        up = {child: parent for parent in self.root.iter() for child in parent}
        found = [element for element in self.root.iter()
                 if element.get('clip-path') == 'url(#%s)' % clip][0]
        chain = []
        while found in up:
            chain.insert(0, found)
            found = up[found]
        return chain

    @staticmethod
    def moved(element, points, time):
        """Points as an element's own `transform` and its animations have placed them at a time when
        none is at work: each gives both ends, freezes, and replaces the one before."""
        last = {}
        first = re.fullmatch(r'(translate|rotate)\(([^)]*)\)', element.get('transform') or '')
        if first:
            last = {'begin': -1., 'type': first.group(1),
                    'to': [float(value) for value in first.group(2).split()]}
        for child in element.findall(SVG + 'animateTransform'):
            begin = float(child.get('begin').rstrip('s'))
            if begin < time and begin >= last.get('begin', -1):
                last = {'begin': begin, 'type': child.get('type'),
                        'to': [float(value) for value in child.get('to').split()]}
        if not last:
            return points
        if last['type'] == 'translate':
            return points + (last['to'] + [0.])[:2]
        angle, pole = numpy.radians(last['to'][0]), numpy.array(last['to'][1:])
        turn = numpy.array([[numpy.cos(angle), -numpy.sin(angle)],
                            [numpy.sin(angle), numpy.cos(angle)]])
        return (points - pole) @ turn.T + pole


def crossings(points, axis, at):
    """Where a closed line crosses x = at (axis 0) or y = at (axis 1): the other coordinate,
    sorted."""
    ahead = numpy.roll(points, -1, 0)
    here, there = points[:, axis] - at, ahead[:, axis] - at
    cut = (here < 0) != (there < 0)
    share = here[cut] / (here[cut] - there[cut])
    other = 1 - axis
    return numpy.sort(points[cut, other] + share * (ahead[cut, other] - points[cut, other]))


def extent(points, axis, where=None):
    """How wide (axis 0) or high (axis 1) a shape is, where `where (x, y)` holds."""
    if where is not None:
        points = points[[bool(where(x, y)) for x, y in points]]
    return float(numpy.ptp(points[:, axis]))

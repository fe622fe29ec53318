# SPDX-License-Identifier: GPL-3.0-or-later
"""People, in centimetres or any unit: figures posed by their joints.

A figure is a table of joints (head, neck, shoulders, elbows, wrists, hips, knees, ankles, toes) and
a *person*: skin, hair, clothes, build. Each limb is a tapered tube, the trunk a smooth union of
ellipses; all are lit like everything else. Nobody has a drawn face: readers lend it their own. Use
several of `PEOPLE` in a drawing, so that age, sex and skin vary.
"""

import math

import numpy as np

from . import colour, geometry
from .cells import smooth_union
from .svg import group, path

SKIN = {  # edge, then from dark to light
    'pale': ('#8a4f3c', '#b97b62', '#e2ac8d', '#f3cdb4', '#fbe3d3'),
    'olive': ('#6f4128', '#99643f', '#c99163', '#dfb088', '#efcfae'),
    'brown': ('#4a2a1a', '#6d412a', '#96603f', '#b17e5b', '#cc9f7d'),
    'dark': ('#2a1710', '#432719', '#66402b', '#845a41', '#a57c62'),
}
HAIR = {'grey': ('#5c6168', '#868c94', '#b0b5bb', '#d8dbde'),
        'white': ('#8c9096', '#b9bcc1', '#dcdee1', '#f6f7f8'),
        'brown': ('#2c1a12', '#4a2e20', '#6d4833', '#93694e'),
        'black': ('#101014', '#22222a', '#3a3a44', '#5c5c68'),
        'fair': ('#7d5a2c', '#a98242', '#cfab66', '#ecd49b')}
CLOTHES = {'blue': ('#1d3550', '#34577d', '#5a80a8', '#88a8c8', '#bcd1e5'),
           'green': ('#1e4038', '#35655a', '#5a8f80', '#8ab5a7', '#bfdad1'),
           'plum': ('#3d2340', '#603a64', '#875c8b', '#ae8ab1', '#d4bdd6'),
           'sand': ('#5b4a33', '#86704f', '#b09a75', '#d0be9e', '#e9dfc9'),
           'grey': ('#33404d', '#56656f', '#7f8d98', '#abb7c0', '#d5dce1'),
           'gown': ('#5d7f86', '#86a8ae', '#afcbd0', '#cfe2e5', '#eaf4f5')}


class Person:
    """How someone looks. `build` widens the trunk, `hair_shape` is 'short', 'long', 'bun', 'bald'
    or 'scarf'; `bare_knee` leaves the shin and knee of trousers off on 'left', 'right' or both."""

    def __init__(self, skin, hair, hair_shape, top, trousers, build=1., bare_knee=''):
        self.skin = colour.even_ramp(*SKIN[skin][1:])
        self.skin_edge = SKIN[skin][0]
        self.hair, self.hair_shape = colour.even_ramp(*HAIR[hair]), hair_shape
        self.hair_edge = HAIR[hair][0]
        self.top, self.top_edge = colour.even_ramp(*CLOTHES[top]), CLOTHES[top][0]
        self.trousers = colour.even_ramp(*CLOTHES[trousers])
        self.trousers_edge = CLOTHES[trousers][0]
        self.build, self.bare_knee = build, bare_knee


PEOPLE = {
    'older-woman': Person('olive', 'grey', 'bun', 'plum', 'grey', 1.06),
    'older-man': Person('dark', 'white', 'short', 'green', 'sand', 1.04),
    'woman': Person('brown', 'black', 'long', 'blue', 'grey', .95),
    'man': Person('pale', 'fair', 'short', 'sand', 'blue', 1.),
    'young-man': Person('olive', 'black', 'short', 'grey', 'green', .94),
    'bald-man': Person('pale', 'grey', 'bald', 'blue', 'grey', 1.14),
    'veiled-woman': Person('brown', 'brown', 'scarf', 'green', 'plum', 1.),
}

STANDING = {  # height 170, feet at y = 0, y down; as seen from the front
    'head': (0, -157), 'neck': (0, -143), 'chest': (0, -121), 'hip': (0, -92),
    'shoulder-l': (15.4, -136), 'elbow-l': (20, -108), 'wrist-l': (21, -84),
    'shoulder-r': (-15.4, -136), 'elbow-r': (-20, -108), 'wrist-r': (-21, -84),
    'hip-l': (6.2, -88), 'knee-l': (8, -47), 'ankle-l': (8, -7), 'toe-l': (10.6, -2.6),
    'hip-r': (-6.2, -88), 'knee-r': (-8, -47), 'ankle-r': (-8, -7), 'toe-r': (-10.6, -2.6),
}


def moved(pose, dx, dy, scale=1.):
    """The pose elsewhere and in another size."""
    return {joint: (x * scale + dx, y * scale + dy) for joint, (x, y) in pose.items()}


def limb(sheet, name, points, radii, ramp, edge, size, bands=5, part=None):
    """A tapered tube through joints; `radii` at its beginning and end, in the sheet's unit."""
    line = geometry.line(points, 10) if len(points) > 2 else geometry.resample(points, size * 2)
    distance, along = sheet.grid.to_line(line)
    field = radii[0] + (radii[1] - radii[0]) * along - distance
    return _body(sheet, name, field, ramp, edge, size, bands, part)


def _body(sheet, name, field, ramp, edge, size, bands=6, part=None):
    shape = sheet.traced(name, sheet.grid.blur(field, .5 * size), 0, .12 * size, .6 * size, 1.)
    grid, cut = sheet.grid.window(shape.mask)
    tone = field * 0
    tone[cut] = grid.shade(grid.inflate(shape.mask[cut]) * .7, shape.mask[cut], 3 * size,
                           soft=.8 * size)
    return group(path(shape.d, edge, stroke=edge, stroke_width=geometry.number(.9 * size),
                      stroke_linejoin='round'),
                 sheet.clipped(shape, *sheet.bands(shape, tone, ramp, bands, error=.2 * size,
                                                   smooth=size, smallest=2 * size * size)),
                 id=part)


def figure(sheet, name, pose, person, size=1., behind=('r',)):
    """A whole person on a sheet. `pose` gives the joints in the sheet's unit, `size` how many
    units a centimetre is. Limbs of the sides in `behind` are drawn before the trunk; limbs are
    drawn even where the trunk hides them, so they may be posed freely. Returns groups by name:
    'arm-l', 'leg-r', 'trunk', 'head', in drawing order, for a drawing that moves one of them."""
    out = {}
    front = [side for side in 'lr' if side not in behind]
    for side in behind:
        out['leg-' + side] = _leg(sheet, name, pose, person, size, side)
        out['arm-' + side] = _arm(sheet, name, pose, person, size, side)
    for side in front:
        out['leg-' + side] = _leg(sheet, name, pose, person, size, side)
    out['trunk'] = _trunk(sheet, name, pose, person, size)
    for side in front:
        out['arm-' + side] = _arm(sheet, name, pose, person, size, side)
    out['head'] = _head(sheet, name, pose, person, size)
    return out


def _leg(sheet, name, pose, person, size, side):
    hip, knee, ankle, toe = (pose['%s-%s' % (joint, side)]
                             for joint in ('hip', 'knee', 'ankle', 'toe'))
    tag = '%s-leg-%s' % (name, side)
    wide = person.build * size
    shoe = limb(sheet, tag + '-shoe', [ankle, toe], (3.8 * size, 3.2 * size), colour.even_ramp(
        '#23282e', '#3d454d', '#5f6973', '#8b949c'), '#14181c', size)
    skin = limb(sheet, tag + '-skin', [hip, knee, ankle], (7. * wide, 3.8 * size), person.skin,
                person.skin_edge, size)
    if side in person.bare_knee:
        short = tuple(h + (k - h) * .55 for h, k in zip(hip, knee))
        cloth = limb(sheet, tag + '-cloth', [hip, short], (7.6 * wide, 7 * wide), person.trousers,
                     person.trousers_edge, size)
        return group(shoe, skin, cloth)
    low = tuple(k + (a - k) * .92 for k, a in zip(knee, ankle))
    return group(shoe, skin, limb(sheet, tag + '-cloth', [hip, knee, low],
                                  (7.6 * wide, 5 * size), person.trousers, person.trousers_edge,
                                  size))


def _arm(sheet, name, pose, person, size, side):
    shoulder, elbow, wrist = (pose['%s-%s' % (joint, side)]
                              for joint in ('shoulder', 'elbow', 'wrist'))
    tag = '%s-arm-%s' % (name, side)
    length = math.dist(elbow, wrist) or 1
    hand = tuple(w + (w - e) / length * 6 * size for e, w in zip(elbow, wrist))
    return group(
        limb(sheet, tag + '-skin', [shoulder, elbow, hand], (4.2 * size, 2.8 * size), person.skin,
             person.skin_edge, size),
        limb(sheet, tag + '-sleeve', [shoulder, tuple(s + (e - s) * .8 for s, e in
                                                      zip(shoulder, elbow))],
             (5.4 * size, 4.8 * size), person.top, person.top_edge, size))


def _trunk(sheet, name, pose, person, size):
    wide = person.build * size
    chest, hip = pose['chest'], pose['hip']
    turn = math.degrees(math.atan2(hip[1] - chest[1], hip[0] - chest[0])) - 90
    yoke = tuple(c * .42 + n * .58 for c, n in zip(chest, pose['neck']))
    field = smooth_union(sheet.grid, [(*chest, 13.2 * wide, 15 * size, turn),
                                      (*hip, 12.2 * wide, 13 * size, turn)],
                         [([chest, hip], 11 * wide, 11 * wide),
                          ([pose['shoulder-l'], yoke, pose['shoulder-r']], 5 * size, 5 * size)],
                         1.6 * size)
    along = ((sheet.grid.x - hip[0]) * (hip[0] - chest[0])
             + (sheet.grid.y - hip[1]) * (hip[1] - chest[1])) / (math.dist(hip, chest) or 1)
    field = np.minimum(field, 5 * size - along)  # the hem
    neck = limb(sheet, name + '-neck', [pose['chest'], pose['neck'], pose['head']],
                (4.6 * size, 4.2 * size), person.skin, person.skin_edge, size)
    return group(neck, _body(sheet, name + '-trunk', field, person.top, person.top_edge, size, 7))


def _head(sheet, name, pose, person, size):
    x, y = pose['head']
    dx, dy = x - pose['neck'][0], y - pose['neck'][1]
    turn = math.degrees(math.atan2(dx, -dy))
    a = math.radians(turn)

    def at(u, v):
        """A point of the head's own frame: u to the side, v up."""
        return (x + (u * math.cos(a) + v * math.sin(a)) * size,
                y + (u * math.sin(a) - v * math.cos(a)) * size)

    def blob(tag, parts, ramp, edge, hairline=None):
        field = smooth_union(sheet.grid, [(*at(u, v), rx * size, ry * size, turn)
                                          for u, v, rx, ry in parts], [], 1.2 * size)
        if hairline is not None:
            up = ((sheet.grid.x - x) * math.sin(a) - (sheet.grid.y - y) * math.cos(a)) / size
            across = ((sheet.grid.x - x) * math.cos(a) + (sheet.grid.y - y) * math.sin(a)) / size
            field = np.minimum(field, (up - hairline + .045 * across ** 2
                                       + 9 * (np.abs(across) > 6.6)) * size)
        return _body(sheet, '%s-%s' % (name, tag), field, ramp, edge, size)
    face = blob('face', [(0, 1.4, 7.2, 8.4), (0, -3.2, 6.4, 6.6), (-7.6, -.6, 1.2, 2.2),
                         (7.6, -.6, 1.2, 2.2)], person.skin, person.skin_edge)
    behind, cap = {
        'bald': ([], []), 'short': ([], [(0, 2.4, 8.2, 9.4)]),
        'bun': ([(0, 14, 4.4, 3.8)], [(0, 2.4, 8.3, 9.6)]),
        'long': ([(0, -3, 9.4, 12)], [(0, 2.4, 8.5, 9.8)]),
        'scarf': ([(0, -2, 9.8, 13), (0, -13, 9, 5)], [(0, 2.4, 8.8, 10)])}[person.hair_shape]
    ramp, edge = ((person.top, person.top_edge) if person.hair_shape == 'scarf'
                  else (person.hair, person.hair_edge))
    return group(blob('hair-behind', behind, ramp, edge) if behind else None, face,
                 blob('hair', cap, ramp, edge, 5.2) if cap else None)

# SPDX-License-Identifier: GPL-3.0-or-later
"""hero: the living picture of the first page: someone sits, and lifts and lowers the shin.

1 unit = 1 mm. A right knee from its inner side, front at the left. Landmarks are those of
lib/section.py, in the straight knee's frame, turned into place here. The shin turns about the
centre of the back of the thigh bone's condyle: on the inner side that point hardly moves on the
shin bone between 10 and 120 degrees. The kneecap stays as far from the shin bone as its tendon is
long and rides on the cartilage of the thigh bone: both are solved for each of the poses.

The one step loops: rest, lift, hold, lower, rest. At rest every transform is nothing at all, so
that the picture is sharp; five layers turn. Light falls from the upper left in the resting pose.
"""

import numpy as np
from scipy import ndimage

from lib import colour, geometry, scene, section, tissues
from lib.relief import Grid
from lib.svg import Diagram, Element, clock, gradient, group, path

NAME = 'hero'
VIEW = (-200, -112.5, 400, 225)
GROUND = '#eff4f9'
CAMERA = (-104, -100, 204, 200)

PIVOT = np.array([8.8, -24.])    # of the straight knee: the centre of the condyle's back
PLACE = np.array([14., -10.])    # where it lies in the picture
THIGH = 76.                      # how far the thigh bone leans, degrees
REST, LIFTED = 80., 36.          # how far the knee bends

CYCLE = 13.                      # seconds
LIFT, LOWER = (2.6, 6.2), (7.4, 11.6)
STILL = 13.                      # the moment for those who want no motion: at rest
SAMPLES = 16                     # poses in each movement

TENDON_ROOT = np.array([-29.6, 31.])
PATELLA_TIP, PATELLA_TOP = np.array([-52.4, -16.4]), np.array([-49.5, -51.])
TENDON_EXIT = np.array([-50.5, -122.])   # where the thigh's tendon leaves the muscle
GAP = 1.2                        # of fluid between kneecap and thigh bone, drawn wider than it is

BONE = colour.ramp((0, '#6d5340'), (.2, '#a2876b'), (.42, '#cdb48f'), (.62, '#e5d3b4'),
                   (.82, '#f4e9d4'), (1, '#fffcf5'))
BONE_EDGE = '#5a4434'
SKIN = ('#c08c72', '#e6b89c', '#edc8b0', '#f3d6c3', '#f6dfd0', '#f9e7db', '#fbede4')
DEPTHS = (0, 1.6, 3.6, 7, 12, 19)  # of the tones of skin; before them its outline


class LoopingDiagram(Diagram):
    """A diagram that runs on after its step."""

    def _metadata(self, digest):
        meta = super()._metadata(digest)
        diagram = meta.children[0]
        diagram.attributes['loop'] = 'yes'
        diagram.children = [child for child in diagram.children if child.tag != 'genu:scale-bar']
        return meta


# ---------------------------------------------------------------------- turning

def turned(points, degrees, centre):
    a = np.radians(degrees)
    matrix = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    return (np.asarray(points, float) - centre) @ matrix.T + centre


def on_thigh(points):
    """From the straight knee's frame into the picture, as the thigh bone lies."""
    return turned(points, THIGH, PIVOT) + PLACE - PIVOT


def on_shin(points, bend=REST):
    return turned(points, THIGH - bend, PIVOT) + PLACE - PIVOT


class Turn:
    """A turn of the plane: `angle` degrees about `pole`."""

    def __init__(self, angle, pole):
        self.angle, self.pole = angle, np.asarray(pole, float)

    @classmethod
    def carrying(cls, start, end):
        """That takes the pair of points `start` to `end` (of the same length)."""
        def heading(pair):
            return np.degrees(np.arctan2(*(pair[1] - pair[0])[::-1]))
        angle = (heading(end) - heading(start) + 180) % 360 - 180
        if abs(angle) < 1e-3:
            return cls(0., start[0])
        a = np.radians(angle)
        matrix = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
        return cls(angle, np.linalg.solve(np.eye(2) - matrix, end[0] - matrix @ start[0]))


# ---------------------------------------------------------------------- the kneecap's way

class Patella:
    """Where the kneecap lies on the thigh bone, by how far the knee bends."""

    def __init__(self):
        self.grid = Grid((-60, -90, 60, 30), .25)
        mask = self.grid.mask(geometry.sample(geometry.spline(section.FEMUR_CARTILAGE), 20))
        mask |= self.grid.mask(geometry.sample(geometry.spline(section.FEMUR), 20))
        self.away = self.grid.distance(mask) - self.grid.depth(mask)
        self.face = geometry.sample(geometry.spline(section.PATELLA_CARTILAGE), 8)
        self.length = np.hypot(*(PATELLA_TIP - TENDON_ROOT))
        self.middle = self.face.mean(0)
        self.known = {}

    def _gap(self, points):
        """How far the nearest of the points is from the thigh bone; negative inside."""
        grid = self.grid
        where = ((points[:, ::-1] - (grid.y0, grid.x0)) / grid.step).T
        return ndimage.map_coordinates(self.away, where, order=1, mode='nearest').min()

    def _placed(self, angle, tilt, points):
        """The points turned with the kneecap about the pivot by -angle, then tilted about the
        kneecap, then pushed to where the face rides on the thigh bone."""
        face, points = (turned(turned(some, -angle, PIVOT), tilt,
                               turned(self.middle, -angle, PIVOT)) for some in (self.face, points))
        out = face.mean(0) - PIVOT
        out /= np.hypot(*out)
        low, high = -26., 14.
        for _ in range(18):
            middle = (low + high) / 2
            if self._gap(face + out * middle) < GAP:
                low = middle
            else:
                high = middle
        return face + out * high, points + out * high

    def _tilt(self, angle):
        """The tilt at which both halves of the face are equally near the thigh bone."""
        upper = self.face[:, 1] < self.middle[1]
        low, high = -20., 25.
        for _ in range(16):
            middle = (low + high) / 2
            face, _ = self._placed(angle, middle, self.middle)
            if self._gap(face[upper]) < self._gap(face[~upper]):
                high = middle
            else:
                low = middle
        return middle

    def _solve(self, bend):
        root = turned(TENDON_ROOT, -bend, PIVOT)
        low, high = 0., bend
        for _ in range(16):
            middle = (low + high) / 2
            tip = self._placed(middle, self._tilt(middle), PATELLA_TIP)[1]
            if np.hypot(*(tip - root)) > self.length:
                low = middle
            else:
                high = middle
        return middle, self._tilt(middle)

    def at(self, bend, points):
        """Points of the kneecap, in the thigh's frame."""
        if bend not in self.known:
            self.known[bend] = self._solve(bend)
        return self._placed(*self.known[bend], np.asarray(points, float))[1]


# ---------------------------------------------------------------------- the loop

def ease(t):
    return t * t * t * (t * (6 * t - 15) + 10)


def moments():
    """(time, bend) of the whole cycle, at rest at both ends."""
    steps = np.linspace(0, 1, SAMPLES + 1)
    up = [(LIFT[0] + (LIFT[1] - LIFT[0]) * t, REST + (LIFTED - REST) * ease(t)) for t in steps]
    down = [(LOWER[0] + (LOWER[1] - LOWER[0]) * t, LIFTED + (REST - LIFTED) * ease(t))
            for t in steps]
    return [(0, REST), *up, *down, (CYCLE, REST)]


def looped(pose):
    """The animation that turns a layer as `pose (bend)` says; at rest it is nothing at all."""
    turns = [pose(bend) for _, bend in moments()]
    # Where nothing turns any pole will do: the neighbour's keeps the way there straight.
    poles = [turn.pole for turn in turns if abs(turn.angle) > .02]
    for turn, after in zip(turns, turns[1:] + turns[:1]):
        if abs(turn.angle) <= .02:
            turn.angle = 0.
            turn.pole = after.pole if abs(after.angle) > .02 else poles[0]
    values = ';'.join('%s %s' % (geometry.number(turn.angle), geometry.numbers(turn.pole))
                      for turn in turns)
    return Element('animateTransform', attributeName='transform', type='rotate', values=values,
                   keyTimes=';'.join('%.5g' % (time / CYCLE) for time, _ in moments()),
                   begin='0s', dur=clock(CYCLE), calcMode='linear', repeatCount='indefinite')


# ---------------------------------------------------------------------- layers

THIGH_SKIN = [(-58, -252), (-64, -200), (-68, -150), (-69, -112), (-67, -84), (-67.6, -60),
              (-67, -42), (-65, -27), (-61.5, -12), (-55.5, 1), (-45, 12), (-33, 21), (-18, 28.5),
              (-2, 30.5), (14, 27), (32, 16), (46, 0), (54, -16),
              (57.6, -36), (62, -64), (68, -104), (76, -150),
              (82, -200), (84, -252)]
SHIN_SKIN = [(-43, -30), (-47, -20), (-48.6, -10), (-48.4, 4), (-46.4, 20), (-43.4, 36),
             (-41, 54), (-40, 84),
             (-38, 130), (-34, 196), (40, 196), (54, 150), (65, 104), (68, 68), (65, 36),
             (60, 12), (55, -10), (49, -28), (30, -46), (-26, -46)]

FEMUR = [(-24, -252), (-28, -200), (-28.6, -150), (-28, -110), *section.FEMUR[2:18],
         (8, -64), (6, -84), (3.6, -110), (1, -150), (2, -200), (6, -252)]
TIBIA = [*section.TIBIA[:11], (7.6, 77), (6.6, 124), (7, 196), (-18, 196), (-21, 124),
         *section.TIBIA[14:]]
FIBULA = [(17, 13), (21, 11.4), (25.4, 14), (27.2, 20), (25.6, 28), (22.4, 36), (20.4, 48),
          (20, 80),
          (21, 130), (22, 196), (12.6, 196), (11.4, 130), (10.6, 80), (11.4, 48), (13.4, 34),
          (14.4, 22)]
MENISCUS = [(-25, -3.4), (-18, -4), (-8, -4.1), (4, -4.1), (15, -4.6), (23, -5.2), (26.8, -4.2),
            (27.6, 0), (26.2, 4.4), (18, 3.8), (8, 2.1), (-4, .8), (-16, .6), (-24.4, .8),
            (-26, -1.2)]
# Rails of the muscles, from their far end (the calf's: from its upper end, behind the condyle).
QUADRICEPS = ([(-33, -252), (-35, -200), (-36, -160), (-37.4, -136), (-40, -114), (-44, -96),
               (-49, -80)],
              [(-53, -252), (-59, -200), (-62, -160), (-62.6, -136), (-60.6, -112), (-56, -94),
               (-50.4, -79)])
HAMSTRING = ([(22, -252), (26, -200), (30, -150), (36, -110), (42, -74), (46, -44), (48, -20)],
             [(72, -252), (70, -200), (65, -150), (60, -110), (56, -74), (53, -44), (51, -20)])
CALF = ([(22, -44), (28, -32), (31, -16), (30, 4), (28, 26), (27, 60), (26, 100), (22, 150),
         (16, 196)],
        [(24, -45), (37, -36), (47, -18), (53.4, 4), (58, 30), (60, 64), (58, 100), (48, 150),
         (34, 196)])
FAT_PAD = [(-30, 27), (-33, 14), (-36.4, 0), (-37.4, -12), (-38.2, -22), (-34, -27), (-26, -26),
           (-16, -20), (-16, -8), (-24, -4), (-27.4, 4), (-28.6, 16)]


class Hero:
    def __init__(self, defs):
        self.defs = defs
        self.sheet = tissues.Sheet((-190, -190, 270, 210), .5, 5, defs)
        self.way = Patella()

    def skin(self, name, points, corners, clear=None):
        """A pale body, a little deeper towards its edge. `clear` gives two points between which it
        comes out of nothing."""
        sheet = self.sheet
        shape = sheet.shape(name, points, corners)
        depth = sheet.grid.depth(shape.mask)
        layers = [geometry.outline(shape.segments, .25, .6), shape.d]
        layers += [sheet.grid.contours(depth, level, .3, 20, 4) for level in DEPTHS[1:]]
        out = group(id=name)
        for k, (d, ink) in enumerate(zip(layers, SKIN)):
            if clear is not None:
                tag = '%s-%d' % (name, k)
                self.defs.append(gradient(tag, *clear, (0, ink, 0), (1, ink, 1)))
                ink = 'url(#%s)' % tag
            out.add(path(d, ink))
        return out

    def bone(self, name, points, open_sides, corners=(), thickness=.62, bands=14):
        shape = self.sheet.shape(name, points, corners)
        return tissues.solid(self.sheet, shape, BONE, BONE_EDGE, thickness, .42, .66, bands,
                             open_sides, error=.16, smooth=1., smallest=3., hollow_radius=4.,
                             soft=.8)

    def soft(self, name, points, ramp, edge):
        return tissues.solid(self.sheet, self.sheet.shape(name, points), ramp, edge, .9, bands=8,
                             error=.14)

    def muscle(self, name, rails, turn, count, open_sides, pointed=-1):
        """A muscle seen through skin: paler than one that is cut open. Its rails meet in a point at
        their end (-1) or at their beginning (0)."""
        left, right = (turn(rail) for rail in rails)
        points = [*left, *right[::-1]]
        corners = (0, len(points) - 1) if pointed else (len(left) - 1, len(left))
        shape = self.sheet.shape(name, points, corners)
        striae = path(tissues.fibres(self.sheet, left, right, count, (.35, .8), (.3, .7),
                                     step=2.4), '#b5665c', fill_opacity='.3')

        def pale(tone):
            return colour.mix('#f6d9c8', colour.MUSCLE(tone), .46)
        return tissues.solid(self.sheet, shape, pale, '#cf9284', .5, .36, .5, 8, open_sides,
                             extra=(striae,), error=.25, smooth=1.6, smallest=8.,
                             hollow_radius=2.5, soft=.7)

    # ------------------------------------------------------------------ what moves

    def shin(self):
        clear = [tuple(on_shin(p)) for p in ((0., -30.), (0., 4.))]
        return group(
            self.skin('shin', on_shin(SHIN_SKIN), (9, 10), clear),
            self.muscle('calf', CALF, on_shin, 34, 'B', 0),
            self.bone('fibula', on_shin(FIBULA), 'B', (9, 10), .5, 8),
            self.bone('tibia', on_shin(TIBIA), 'B', (13, 14)),
            self.soft('tibia-cartilage', on_shin(section.TIBIA_CARTILAGE), colour.CARTILAGE,
                      '#2f4f63'),
            tissues.fat(self.sheet, self.sheet.shape('fat-pad', on_shin(FAT_PAD)), 3.4),
            looped(self.shin_turn))

    @staticmethod
    def shin_turn(bend):
        return Turn(REST - bend, PLACE)

    def meniscus(self):
        return group(self.soft('meniscus', on_shin(MENISCUS), colour.MENISCUS, '#1f3347'),
                     looped(self.shin_turn))

    def patella(self):
        def place(bend, points):
            return on_thigh(self.way.at(bend, points))
        ends = np.array([PATELLA_TIP, PATELLA_TOP])

        def pose(bend):
            return Turn.carrying(place(REST, ends), place(bend, ends))
        return group(
            self.bone('patella', place(REST, section.PATELLA), ''),
            self.soft('patella-cartilage', place(REST, section.PATELLA_CARTILAGE),
                      colour.CARTILAGE, '#2f4f63'),
            looped(pose))

    def tendon(self, name, ends, widths, count, bow):
        """A band between two points that move: `ends (bend)` gives both."""
        start = ends(REST)
        along = start[1] - start[0]
        side = np.array([along[1], -along[0]]) * bow
        centre = [start[0] + along * t + side * np.sin(np.pi * t) for t in (0, .25, .5, .75, 1)]
        _, drawn = tissues.tendon(self.sheet, name, centre, widths, count)
        return group(drawn, looped(lambda bend: Turn.carrying(start, ends(bend))))

    def kneecap_tendon(self):
        def ends(bend):
            return np.array([on_shin(TENDON_ROOT + (3.4, 12), bend),
                             on_thigh(self.way.at(bend, PATELLA_TIP[None] + (-2, -5)))[0]])
        return self.tendon('kneecap-tendon', ends, [.6, 4.6, 5.2, 5.6, 7.4], 9, .03)

    def thigh_tendon(self):
        far = on_thigh(TENDON_EXIT)
        longest = np.hypot(*(far - on_thigh(self.way.at(REST, PATELLA_TOP[None]))[0])) + 12

        def ends(bend):
            top = on_thigh(self.way.at(bend, PATELLA_TOP[None] + (-1.4, 4)))[0]
            return np.array([top, top + (far - top) / np.hypot(*(far - top)) * longest])
        return self.tendon('thigh-tendon', ends, [9, 8.6, 8.2, 8, 8], 9, 0)


def build():
    diagram = LoopingDiagram(
        'A knee that bends and rests',
        'The right leg of someone who sits, seen from its inner side; the knee faces left. Skin is '
        'pale as glass: thigh bone, shin bone and kneecap show through it, with cartilage on '
        'their ends. Slowly the shin lifts, stays up for a moment, sinks back and rests.',
        VIEW, GROUND, 'mm', 'right', 0)
    hero = Hero(diagram.defs)
    shin = hero.shin()
    diagram.body += [
        scene.ground(diagram.defs, VIEW, GROUND, (0, -20), (190, 170)),
        hero.skin('thigh', on_thigh(THIGH_SKIN), (0, len(THIGH_SKIN) - 1)),
        hero.muscle('hamstring', HAMSTRING, on_thigh, 40, 'R'),
        shin,
        hero.thigh_tendon(),
        hero.muscle('quadriceps', QUADRICEPS, on_thigh, 34, 'R'),
        group(hero.bone('femur', on_thigh(FEMUR), 'R', (0, len(FEMUR) - 1)),
              hero.soft('femur-cartilage', on_thigh(section.FEMUR_CARTILAGE), colour.CARTILAGE,
                        '#2f4f63')),
        hero.meniscus(),
        hero.kneecap_tendon(),
        hero.patella(),
        *scene.edges(diagram.defs, VIEW, GROUND, right=70, bottom=34),
    ]
    diagram.step('rest', 0, STILL, (), CAMERA)
    return diagram

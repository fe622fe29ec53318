# SPDX-License-Identifier: GPL-3.0-or-later
"""pain: where a knee can hurt, then room for charts of how many and how much.

1 unit = 1 mm; the knee in section as in lib/section.py. What is sore glows red from its middle
outwards and has a dashed edge, so that it is told without colour too. The drawing holds no number:
in the last two steps the knee stands aside for the topic's charts.
"""

import numpy as np

from lib import geometry, scene, section
from lib.charts import ChartDiagram
from lib.svg import Element, fade, group, path, radial

NAME = 'pain'
VIEW = (-160, -104, 320, 180)
GROUND = '#eff4f9'

SORE, SORE_EDGE = '#dc3b22', '#8c1a10'

# Where the lining hangs free of bone: behind the kneecap, below it, and at the back of the joint.
LININGS = {
    'front': [(-43.4, -54), (-41.2, -60), (-39, -74), (-38.8, -86), (-38.5, -94), (-36.6, -96.2),
              (-34.5, -92), (-32.9, -78), (-31.4, -63)],
    'below': [(-43.4, -22.4), (-38.8, -17.5), (-32.4, -12.8), (-28.4, -7.4), (-26.8, -1)],
    'back': [(22.4, -46.4), (27.4, -45.6), (31.6, -38), (33.6, -27), (32, -14), (28.6, -4),
             (27.2, 3)],
}

# Sore spots of the bone, near the joint surface: centre and radii.
SPOTS = {'thigh': ((3, -17.2), (16, 9.6)), 'shin': ((-1, 12.4), (14, 7.6))}

# ---------------------------------------------------------------------- timeline (seconds)

WHOLE = (-72, VIEW[1], 144, VIEW[3])
ROOM = (WHOLE[0] + WHOLE[2], VIEW[1], 196, VIEW[3])

STEPS = {  # name: (begin, end, focus, camera)
    'overview': (0, 1.4, (), WHOLE),
    'lining': (1.4, 4, ('sore-lining',), (-76, -104, 132, 134)),
    'bone': (4, 6.6, ('sore-bone',), (-72, -74, 128, 121.5)),
    'fall': (6.6, 8.4, (), WHOLE),
    'people': (8.4, 10, (), WHOLE),
}


def build():
    diagram = ChartDiagram(
        'Where a knee can hurt',
        'A right knee in section, seen from the inner side, front at the left. 1 unit = 1 mm. '
        'First the lining of the joint is sore: it glows, with a dashed edge, in front of the '
        'thigh bone, below the kneecap and at the back. Then two spots of spongy bone are sore, '
        'in the thigh bone and in the shin bone, near the joint surface. At last both glow '
        'faintly, and the knee leaves room at its side for charts.',
        VIEW, GROUND, 'mm', 'right', 20)
    knee = section.Section(diagram.defs)
    diagram.body += [
        scene.ground(diagram.defs, VIEW, GROUND, (-6, -22), (150, 150)),
        knee.skin(), knee.depth(), *knee.fluid(), knee.front_fat(), knee.lining(),
        *knee.tendons(), *knee.bones(), *knee.cartilage_and_menisci(),
        *_veils(knee), _sore_bone(diagram.defs), _sore_lining(knee),
        *scene.edges(diagram.defs, VIEW, GROUND, top=19, bottom=19)]
    _describe(diagram)
    knee.cover.check_anchors(diagram)
    return diagram


# ---------------------------------------------------------------------- what hurts

def _sore(name, begin, later, *children):
    """It comes, ebbs once, stays; `later` are its strengths from the begin of other steps on."""
    sore = group(*children, fade(1, .45, begin + .9, .45), fade(.45, 1, begin + 1.4, .45))
    held, strength = [], 1
    for step, next_strength in later:
        held.append(fade(strength, next_strength, STEPS[step][0], .5))
        strength = next_strength
    return group(group(sore, fade(0, 1, begin + .15, .6), opacity='0'), *held, id=name)


def _sore_lining(knee):
    eye = knee.eye
    away = np.full(eye.x.shape, 99.)
    out = []
    for points in LININGS.values():
        band = geometry.path_data(geometry.spline(points, False), False)
        out += [path(band, 'none', stroke=SORE, stroke_opacity=strength, stroke_width=width,
                     stroke_linecap='round')
                for width, strength in ((12.4, '.07'), (10, '.09'), (7.6, '.12'), (5.2, '.18'),
                                        (3, '.3'))]
        for x, y in geometry.resample(geometry.line(points), 1.):
            near = eye.around(x, y, 9)
            away[near] = np.minimum(away[near], np.hypot(eye.x[near] - x, eye.y[near] - y))
    out.append(path(eye.contours(eye.blur(5.4 - np.minimum(away, 9), .5), 0, .12, 2., .4), 'none',
                    stroke=SORE_EDGE, stroke_width='.75', stroke_dasharray='2.6 1.9',
                    stroke_linecap='round'))
    return _sore('sore-lining', STEPS['lining'][0], (('bone', .3), ('fall', .7)), *out)


def _sore_bone(defs):
    defs.append(radial('sore', (0, 0), 1, (0, SORE, .9), (.45, SORE, .55), (.8, SORE, .18),
                       (1, SORE, 0)))
    out = []
    for (x, y), (rx, ry) in SPOTS.values():
        out.append(Element('circle', r='1', fill='url(#sore)',
                           transform='translate(%s)scale(%s)' % (geometry.numbers((x, y)),
                                                                 geometry.numbers((rx, ry)))))
        out.append(path(scene.ellipse_path(x, y, rx * .86, ry * .86), 'none', stroke=SORE_EDGE,
                        stroke_width='.75', stroke_dasharray='2.6 1.9', stroke_linecap='round'))
    return _sore('sore-bone', STEPS['bone'][0], (('fall', .7),), *out)


def _veils(knee):
    eye, cover = knee.eye, knee.cover
    sponge = np.zeros(eye.x.shape, bool)
    for bone in knee.cut:
        inside = knee.sheet.grid.onto(eye, bone.inside)
        sponge |= (inside > .15) & cover.visible(bone.name)
    return cover.veils(cover.mask('skin'), GROUND, STEPS, {
        'lining': (cover.visible('lining', 'joint-fluid'), .62),
        'bone': (sponge, .58),
    })


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('femur', body=(-2, -62))
    diagram.part('tibia', body=(-10, 46))
    diagram.part('patella', body=(-50, -36))
    diagram.part('cartilage', body=(-34.2, -28), tibia=(-6, .6), patella=(-38.9, -38))
    diagram.part('joint-fluid', body=(-35.2, -74), back=(31.4, -20))
    diagram.part('lining', body=(-40.2, -68), back=(33.9, -20))
    diagram.part('spongy-bone', body=(2, -30), tibia=(0, 22))
    diagram.part('sore-lining', body=(-40, -66), back=(33.6, -27), below=(-32.4, -12.8))
    diagram.part('sore-bone', body=SPOTS['thigh'][0], shin=SPOTS['shin'][0])
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus or ('femur', 'tibia', 'patella'), camera)
    diagram.chart('fall', ROOM)
    diagram.chart('people', ROOM)

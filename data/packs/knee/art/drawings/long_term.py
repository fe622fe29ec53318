# SPDX-License-Identifier: GPL-3.0-or-later
"""long-term: the day of the shot, then years; beside the knee, room for a chart of who was followed.

1 unit = 1 mm; the knee in section as in lib/section.py. A needle brings a drop into the joint
fluid; the drop thins out and is gone, while the knee stays as it is: nothing in it is drawn better
or worse than before. The drawing holds no number: years and people are the topic's chart.
"""

import numpy as np

from lib import geometry, scene, section
from lib.charts import ChartDiagram
from lib.svg import fade, gradient, group, move, path

NAME = 'long-term'
VIEW = (-160, -104, 320, 180)
GROUND = '#eff4f9'

TIP = np.array([-36.2, -66.])
ALONG = np.array([np.cos(np.radians(24)), np.sin(np.radians(24))])

# ---------------------------------------------------------------------- timeline (seconds)

WHOLE = (-72, VIEW[1], 144, VIEW[3])
ROOM = (WHOLE[0] + WHOLE[2], VIEW[1], 196, VIEW[3])

STEPS = {  # name: (begin, end, focus, camera)
    'shot': (0, 2.4, ('needle', 'cells'), (-112, -98, 160, 108)),
    'waiting': (2.4, 4.8, ('joint-fluid',), (-112, -98, 160, 108)),
    'years': (4.8, 6.4, (), WHOLE),
}


def build():
    diagram = ChartDiagram(
        'The day of the shot, and the years after it',
        'A right knee in section, seen from the inner side, front at the left. 1 unit = 1 mm. '
        'A needle brings a drop with cells into the joint fluid above the kneecap and is drawn '
        'back. The drop fades; the knee looks as it did before. Then the knee leaves room at its '
        'side for a chart.',
        VIEW, GROUND, 'mm', 'right', 20)
    knee = section.Section(diagram.defs)
    body = diagram.body
    body += [scene.ground(diagram.defs, VIEW, GROUND, (-6, -22), (150, 150)), knee.skin(),
             knee.depth(), *knee.fluid(), knee.front_fat(), knee.lining()]
    below = len(body)
    body += [*knee.tendons(), *knee.bones(), *knee.cartilage_and_menisci()]
    body[below:below] = [_drop(knee), _needle(diagram.defs)]
    body += [*_veils(knee), *scene.edges(diagram.defs, VIEW, GROUND, top=19, bottom=19)]
    _describe(diagram)
    knee.cover.check_anchors(diagram)
    return diagram


# ---------------------------------------------------------------------- what comes and goes

def _drop(knee):
    """A cloud in the fluid, of nested contours, that thins out towards its edge and in time."""
    grid = knee.eye
    free = knee.cover.visible('joint-fluid')
    free = free & (grid.depth(free) > .3)
    walk = grid.reach(free, *TIP)
    wide = np.where(np.isfinite(walk), walk, 99.)
    cloud = group()
    for radius, ink in ((25, '#f3dca4'), (13, '#fbeabd'), (6, '#fff6da')):
        for share in (.46, .64, .8, .92, 1.):
            part = np.minimum(radius * share - wide, (grid.depth(free) - .7 * (1 - share)) * 2)
            cloud.add(path(grid.contours(grid.blur(np.clip(part, -4, 4), .5), 0, .1, 1., .6), ink,
                           fill_opacity='.2'))
    return group(group(cloud, fade(0, 1, STEPS['shot'][0] + 1, .9), opacity='0'),
                 fade(1, 0, STEPS['waiting'][0] + .7, 1.2), id='cells')


def _needle(defs):
    """A plain needle, which is drawn back when the drop begins to fade."""
    across = np.array([-ALONG[1], ALONG[0]])

    def bar(near, far, half, ink, **more):
        corners = [TIP - ALONG * back + across * off for back, off in
                   ((near, -half), (far, -half), (far, half), (near, half))]
        return path('M' + 'L'.join(geometry.numbers(p) for p in corners) + 'z', ink, **more)
    leave, away = STEPS['waiting'][0], tuple(-ALONG * 34)
    tip = path('M%sL%sL%sz' % tuple(geometry.numbers(p) for p in (
        TIP + across * .5, TIP - ALONG * 2.4 - across * .55, TIP - ALONG * 2.4 + across * .55)),
               '#33475b')
    needle = group(
        tip, bar(2.2, 48, .55, '#33475b'), bar(3, 48, .3, '#c9d6df'), bar(47, 57, 2.6, '#1b6f78'),
        bar(47.4, 56.6, 2, '#48b7bd'), *[bar(57 + edge, 79, half - edge, 'url(#%s)' % name)
                                         for name, edge, half in (('barrel-edge', 0, 4.6),
                                                                  ('barrel', .5, 4.7),
                                                                  ('barrel-fluid', 1, 4.3))])
    for name, ink in (('barrel-edge', '#5d7486'), ('barrel', '#f4f8fb'), ('barrel-fluid', '#f3d894')):
        defs.append(gradient(name, tuple(TIP - ALONG * 56), tuple(TIP - ALONG * 77), (0, ink, 1),
                             (1, ink, 0)))
    return group(group(needle, fade(0, 1, STEPS['shot'][0] + .1, .3),
                       move(away, (0, 0), STEPS['shot'][0] + .1, 1),
                       opacity='0', transform='translate(%s)' % geometry.numbers(away)),
                 fade(1, 0, leave + .3, .5), move((0, 0), away, leave + .1, .9), id='needle')


def _veils(knee):
    """The needle's way and the fluid stay open; the rest dims."""
    eye, cover = knee.eye, knee.cover
    dx, dy = eye.x - TIP[0], eye.y - TIP[1]
    way = (dx * ALONG[0] + dy * ALONG[1] < .3) & (np.abs(dy * ALONG[0] - dx * ALONG[1]) < .62)
    wet = cover.visible('joint-fluid', 'lining', 'cartilage')
    return cover.veils(cover.mask('skin'), GROUND, STEPS,
                       {'shot': (wet | way, .5), 'waiting': (wet, .5)})


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('femur', body=(-2, -62))
    diagram.part('tibia', body=(-10, 46))
    diagram.part('patella', body=(-50, -36))
    diagram.part('cartilage', body=(-34.2, -28), tibia=(-6, .6), patella=(-38.9, -38))
    diagram.part('joint-fluid', body=(-35.2, -74), back=(31.4, -20))
    diagram.part('lining', body=(-40.2, -68), back=(33.9, -20))
    diagram.part('needle', body=tuple(TIP - ALONG * 30))
    diagram.part('cells', body=(-36.2, -62))
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus or ('femur', 'tibia', 'patella'), camera)
    diagram.chart('years', ROOM)

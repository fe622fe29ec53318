# SPDX-License-Identifier: GPL-3.0-or-later
"""A dish of glass, as it stands in a laboratory: what is in it has been seen there only."""

import numpy as np

from . import geometry
from .scene import ellipse_path
from .svg import gradient, path

GLINTS = ((198, 250, 2.4, 1.2, 0), (24, 60, -.2, 1.5, .5), (120, 140, -.2, 1., .5))
SHINE = ('.85', '.6', '.5')


def _arc(dish, start, end, shrink, width, drop):
    cx, cy, rx, ry = dish
    a = np.radians(np.linspace(start, end, 24))
    points = np.column_stack([cx + (rx - shrink) * np.cos(a),
                              cy + drop + (ry - shrink) * np.sin(a)])
    return geometry.tapered(points, width, curve=False, step=1.)


def glass(defs, dish, wall, glints=2):
    """The glass: far wall and near wall seen through, the foot, a thick rim, glints.  `dish` is the
    rim as (cx, cy, rx, ry), `wall` the height of the glass as seen from this angle."""
    cx, cy, rx, ry = dish
    defs.append(gradient('glass', (cx - rx, cy - ry), (cx + rx, cy + ry), (0, '#ffffff', .95),
                         (.45, '#cfe8f0', .9), (1, '#7fb4c8', .95)))
    defs.append(gradient('glass-wall', (cx - rx, 0), (cx + rx, 0), (0, '#7db6ca', .62),
                         (.25, '#d3ecf4', .4), (.6, '#b4dae6', .34), (1, '#5f9fb7', .62)))
    foot = ellipse_path(cx, cy + wall, rx - 1.2, ry - .6)
    return [
        path(foot + ellipse_path(cx, cy, rx, ry), 'url(#glass-wall)', fill_rule='evenodd'),
        path(foot, 'none', stroke='#3f7f98', stroke_width='.32', stroke_opacity='.6'),
        path(ellipse_path(cx, cy, rx + .8, ry + .8) + ellipse_path(cx, cy, rx - .8, ry - .8),
             'url(#glass)', fill_rule='evenodd', stroke='#3f7f98', stroke_width='.3'),
    ] + [path(_arc(dish, *place, wall * drop), '#ffffff', fill_opacity=shine)
         for (*place, drop), shine in zip(GLINTS[:glints], SHINE)]

# SPDX-License-Identifier: GPL-3.0-or-later
"""knee-section: the right knee cut from front to back; its anatomy stands in lib/section.py.

1 unit = 1 mm. Layers from the back: skin and fat, vessels and muscles, lining and fluid, what the
needle brings, the needle, tendons, bones, menisci, cartilage; above them one ground-coloured veil
for each step that dims everything but its subject; at last strips of ground in which the ends of
the leg fade. A needle really enters beside the tendon: here it passes behind it. No cell is drawn:
at this scale it would be a quarter of a pixel.
"""

import numpy as np

from lib import geometry, scene
from lib.section import Section
from lib.svg import Diagram, fade, gradient, group, move, path

NAME = 'knee-section'
VIEW = (-160, -104, 320, 180)
GROUND = '#eff4f9'

NEEDLE_TIP = np.array([-36.2, -66.])
NEEDLE_DIRECTION = np.array([np.cos(np.radians(24)), np.sin(np.radians(24))])
CLOSEUP = (-1., -9.4)  # where the cell drawing looks: bone just above the joint surface
RING = 5.6

# ---------------------------------------------------------------------- timeline (seconds)

# A camera holds what must be seen and no more: an upright window then shows it larger.
WHOLE = (-75, VIEW[1], 150, VIEW[3])

STEPS = {  # name: (begin, end, focus, camera)
    'overview': (0, 1.4, (), WHOLE),
    'bones': (1.4, 3, ('femur', 'tibia', 'patella'), WHOLE),
    'cartilage': (3, 4.8, ('cartilage',), (-68, -82, 128, 121.5)),
    'lining': (4.8, 6.6, ('lining', 'joint-fluid'), (-76, -100, 132, 130.5)),
    'bone-inside': (6.6, 8.4, ('spongy-bone',), (-72, -74, 128, 121.5)),
    'inject': (8.4, 11.4, ('needle', 'cells', 'joint-fluid'), (-112, -98, 160, 108)),
    'closer': (11.4, 13.4, ('closeup',), (-61, -53, 120, 90)),
}


def build():
    diagram = Diagram(
        'Knee joint, cut from front to back',
        'A right knee in section, seen from the inner side, front at the left. 1 unit = 1 mm. '
        'Thigh bone above, shin bone below, kneecap in front; cartilage covers the bone ends; '
        'the lining encloses the joint fluid. Steps dim all but one kind of tissue; then a '
        'needle brings a drop of fluid with cells into the joint space, not into bone; at last '
        'a ring marks where the drawing of the cells looks.',
        VIEW, GROUND, 'mm', 'right', 20)
    section = Section(diagram.defs)
    body = diagram.body
    body.append(scene.ground(diagram.defs, VIEW, GROUND, (-6, -22), (150, 150)))
    body += [section.skin(), section.depth(), *section.fluid(), section.front_fat(),
             section.lining()]
    below = len(body)  # the needle and what it brings lie here, behind the tendons
    body += [*section.tendons(), *section.bones(), *section.cartilage_and_menisci()]
    body[below:below] = _injection(section, diagram.defs)
    body += [*_veils(section), scene.close_up_ring(CLOSEUP, RING, STEPS['closer'][0] + .5),
             *scene.edges(diagram.defs, VIEW, GROUND, top=19, bottom=19)]
    _describe(diagram)
    section.cover.check_anchors(diagram)
    return diagram


# ---------------------------------------------------------------------- what moves

def _injection(section, defs):
    """The drop that spreads in the fluid, thinning out, and the needle."""
    begin, leave = STEPS['inject'][0], STEPS['closer'][0]
    grid = section.eye
    free = section.cover.visible('joint-fluid')
    free = free & (grid.depth(free) > .3)
    walk = grid.reach(free, *NEEDLE_TIP)
    wide = np.where(np.isfinite(walk), walk, 99.)
    drop = group(id='cells')
    for k, (radius, ink) in enumerate(((25, '#f3dca4'), (13, '#fbeabd'), (6, '#fff6da'))):
        # A cloud: nested contours, each faint, so that it thins out towards its edge.
        cloud = [np.minimum(radius * share - wide, (grid.depth(free) - .7 * (1 - share)) * 2)
                 for share in (.4, .54, .66, .76, .85, .93, 1.)]
        start = begin + 1.9 - .4 * k
        drop.add(group(*[path(grid.contours(grid.blur(np.clip(part, -4, 4), .5), 0, .1, 1., .6),
                              ink, fill_opacity='.19') for part in cloud],
                       fade(0, 1, start, .8), fade(1, 0, leave, .5), opacity='0'))
    return [drop, _needle(defs, begin, leave)]


def _needle(defs, begin, leave):
    """A fine needle with its hub and the front of a syringe, which fades into the ground."""
    u, tip = NEEDLE_DIRECTION, NEEDLE_TIP
    n = np.array([-u[1], u[0]])

    def at(back, off):
        return tuple(tip - u * back + n * off)

    def quad(back0, half0, back1, half1, ink, **more):
        points = [at(back0, -half0), at(back1, -half1), at(back1, half1), at(back0, half0)]
        return path('M' + 'L'.join(geometry.numbers(p) for p in points) + 'z', ink, **more)
    defs.append(gradient('barrel', at(56, 0), at(78, 0), (0, '#f4f8fb', 1),
                                         (1, '#f4f8fb', 0)))
    defs.append(gradient('barrel-edge', at(56, 0), at(78, 0), (0, '#5d7486', 1),
                                         (1, '#5d7486', 0)))
    defs.append(gradient('barrel-fluid', at(57, 0), at(77, 0), (0, '#f3d894', 1),
                                         (1, '#f3d894', 0)))
    needle = group(
        quad(57, 4.6, 79, 4.6, 'url(#barrel-edge)'), quad(57.5, 4.2, 79, 4.2, 'url(#barrel)'),
        quad(58, 3.3, 79, 3.3, 'url(#barrel-fluid)'),
        path('M%sL%sL%sL%sz' % tuple(geometry.numbers(p) for p in (
            at(.0, .55), at(2.2, -.55), at(48, -.55), at(48, .55))), '#33475b'),
        path('M%sL%sL%sL%sz' % tuple(geometry.numbers(p) for p in (
            at(.75, .33), at(2.2, -.33), at(48, -.33), at(48, .33))), '#c9d6df'),
        quad(2.4, -.02, 48, -.26, '#fafdff'),
        quad(47, .9, 52, 2.6, '#1b6f78'), quad(47.3, .6, 52, 2.2, '#35a3ab'),
        quad(52, 2.9, 57, 2.9, '#1b6f78'), quad(52.3, 2.5, 56.7, 2.5, '#48b7bd'),
        quad(52.3, -1.2, 56.7, -2.1, '#a9e2e2'),
        fade(0, 1, begin + .1, .3), fade(1, 0, leave, .4),
        move(tuple(-u * 34), (0, 0), begin + .1, 1.1),
        id='needle', opacity='0', transform='translate(%s)' % geometry.numbers(-u * 34))
    return needle


def _veils(section):
    eye, cover = section.eye, section.cover
    sponge = np.zeros(eye.x.shape, bool)
    for bone in section.cut:
        inside = section.sheet.grid.onto(eye, bone.inside)
        sponge |= (inside > .15) & cover.visible(bone.name)
    wet = cover.visible('lining', 'joint-fluid')
    return cover.veils(cover.mask('skin'), GROUND, STEPS, {
        'bones': (cover.visible('femur', 'tibia', 'patella'), .66),
        'cartilage': (cover.visible('cartilage', 'joint-fluid'), .66),
        'lining': (wet, .66),
        'bone-inside': (sponge, .62),
        'inject': (wet | _corridor(eye) | cover.visible('cartilage'), .5),
        'closer': (np.hypot(eye.x - CLOSEUP[0], eye.y - CLOSEUP[1]) < RING, .42),
    })


def _corridor(grid):
    u = NEEDLE_DIRECTION
    dx, dy = grid.x - NEEDLE_TIP[0], grid.y - NEEDLE_TIP[1]
    along, across = dx * u[0] + dy * u[1], -dx * u[1] + dy * u[0]
    return (along < .3) & (np.abs(across) < .62)


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('femur', body=(-2, -62), end=(4, -34))
    diagram.part('tibia', body=(-10, 46), end=(2, 16))
    diagram.part('patella', body=(-50, -36))
    diagram.part('cartilage', body=(-34.2, -28), tibia=(-6, .6), patella=(-38.9, -38))
    diagram.part('meniscus', body=(22.6, -1.2), front=(-23, -3.4))
    diagram.part('joint-fluid', body=(-35.2, -74), back=(31.4, -20))
    diagram.part('lining', body=(-40.2, -68), back=(33.9, -20), pouch=(-36.7, -97))
    diagram.part('fat-pad', body=(-38, -4))
    diagram.part('patellar-tendon', body=(-44, 6))
    diagram.part('quadriceps-tendon', body=(-49.8, -76))
    diagram.part('muscle', body=(47, 20), thigh=(52, -74))
    diagram.part('vessels', body=(32, -66.5), vein=(38.6, -66))
    diagram.part('spongy-bone', body=(2, -30), tibia=(0, 22))
    diagram.part('joint-space', body=(-2, -1.4), back=(13, -.6))
    diagram.part('needle', body=tuple(NEEDLE_TIP - NEEDLE_DIRECTION * 30),
                 tip=tuple(NEEDLE_TIP))
    diagram.part('cells', body=(-36.2, -62))
    diagram.part('skin', body=(-61, -20), back=(62.4, -66))
    diagram.part('front-fat', body=(-29.6, -70), pouch=(-44, -64))
    diagram.part('fat-behind', body=(20, -70))
    diagram.part('capsule', body=(33.6, -38))
    diagram.part('closeup', body=CLOSEUP)
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus or ('femur', 'tibia', 'patella'), camera)

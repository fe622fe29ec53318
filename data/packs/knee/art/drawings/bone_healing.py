# SPDX-License-Identifier: GPL-3.0-or-later
"""bone-healing: a break that did not heal, cells put into its gap, and what is not known of a knee.

1 unit = 1 mm, the frame of lib/section.py; legs and what fills the gap come from lib/breaks.py, the
worn knee from lib/wornknee.py. That such breaks joined, and that some did not, was seen in people:
it is drawn full, and the words say how weak the studies are. That cells heal bone in a worn knee
nobody has shown: a dashed outline. No cell is drawn, at this scale it would be a quarter of a
pixel; what is seen is the paste that carries them. Plates, screws and nails are left away.
"""

import numpy as np

from lib import breaks, certainty, colour, geometry, scene, wornknee
from lib.breaks import SET
from lib.svg import Diagram, Element, fade, gradient, group, move, path

NAME = 'bone-healing'
VIEW = (-122, -63, 320, 180)
WIDE = (-122, -63, 320, 214)   # drawn in all: an upright window shows more than the frame
GROUND = '#eff4f9'
BESIDE = 100   # how far to the right the second leg, then the worn knee, stands

NEAR = (-42, 16, 84, 90)
KNEE = (BESIDE - 66, -50, 104, 90)
STEPS = {  # name: (begin, end, focus, camera)
    'gap': (0, 1.4, ('scar', 'blunt-upper', 'blunt-lower'), NEAR),
    'placed': (1.4, 4.4, ('paste', 'tube'), NEAR),
    'joined': (4.4, 6.8, ('young-bone', 'young-inside'), NEAR),
    'some': (6.8, 9, ('young-bone', 'young-inside', 'still-open'), (-62, -2, 198, 111)),
    'worn': (9, 11.4, ('worn-knee',), KNEE),
    'unknown': (11.4, 13.6, ('hoped-bone',), KNEE),
}
AT = {name: times[0] for name, times in STEPS.items()}

PASTE = colour.even_ramp('#7d4d14', '#b67b2a', '#dda851', '#f1cf8c', '#fdf0cd')
TIP = np.array([-21.4, 69.6])
DIRECTION = np.array([-np.cos(np.radians(14)), np.sin(np.radians(14))])


def build():
    diagram = Diagram(
        'A break that did not heal, and cells put into it; and a worn knee',
        'A right knee and the top of the shin bone in section, seen from the inner side, front at '
        'the left. 1 unit = 1 mm. The shin bone is broken below the knee; its ends are round and '
        'closed, with scar between them. In surgery the scar is taken out and a tube brings a '
        'golden paste with cells into the gap. Months later young bone joins the ends. A second '
        'leg beside it still has its gap. Then a worn knee, with thin cartilage, a narrow space, '
        'dense bone and spurs; in it dashed outlines mark where new bone is hoped for: nobody has '
        'shown it.',
        VIEW, GROUND, 'mm', 'right', 20)
    shin = breaks.Shin(diagram.defs)
    context = shin.context()
    named = {item.attributes.get('id'): item for item in context}
    thigh, kneecap = named['femur'], named['patella']
    at = context.index(thigh)
    named['cartilage'].children[-1].attributes['id'] = 'kneecap-surface'
    for part, art in ((thigh, 'thigh-art'), (named['meniscus'], 'menisci-art')):
        # Browsers would find the part of that name in the metadata: what is used again is its art.
        part.children = [group(*part.children, id=art)]
    diagram.defs += [shin.scar('scar-art'), shin.blunt_piece('upper-art', -1),
                     shin.blunt_piece('lower-art', 1)]
    body = diagram.body
    body += [scene.ground(diagram.defs, VIEW, GROUND, (26, 40), (160, 130)),
             group(group(*context[:at], id='behind'), thigh,
                   group(kneecap, context[at + 2], id='kneecap'), *context[at + 3:], id='around'),
             _second_around(), path(scene.box_path(-500, -500, 1000, 1000), GROUND,
                                    fill_opacity='.55'),
             *_gap(shin), *_pieces(), *_paste(shin), *_young(shin, '-inside'),
             group(*shin.over(), id='over'), *_tube(diagram.defs), _second(),
             scene.veil(scene.box_path(-500, -500, 1000, 1000), GROUND, .7, AT['worn'] + .05),
             group(*wornknee.worn(shin, ('behind', 'thigh-art', 'kneecap',
                                           'kneecap-surface', 'menisci-art')),
                   fade(0, 1, AT['worn'] + .3, .9), id='worn-knee', opacity='0',
                   transform='translate(%d 0)' % BESIDE),
             _hoped(),
             *scene.edges(diagram.defs, WIDE, GROUND, top=16, bottom=28)]
    _describe(diagram)
    return diagram


# ---------------------------------------------------------------------- the break

def _use(name, **more):
    return Element('use', href='#' + name, **more)


def _gap(shin):
    """What lies under the bone: the wound that the scar leaves, the scar, then the outer half of the
    young bone."""
    wound = np.minimum(shin.depth + .8, 5.2 - np.abs(shin.past - SET[1] / 2))
    return [group(shin.body('wound', wound, breaks.BLOOD, '#3a0a12', 6),
                  fade(0, 1, AT['placed'] + .1, .1), fade(1, 0, AT['joined'] + .5, .8),
                  opacity='0'),
            group(_use('scar-art'), fade(1, 0, AT['placed'] + .2, .7), id='scar'),
            *_young(shin, '')]


def _pieces():
    """The two ends; in surgery their dense caps are opened."""
    out = []
    for name, shift in (('lower', SET), ('upper', (0, 0))):
        opened = group(_use('shin-whole'), clip_path='url(#clip-%s-art-near)' % name)
        out.append(group(_use(name + '-art'),
                         group(opened, fade(0, 1, AT['placed'] + .5, .7), opacity='0'),
                         id='blunt-' + name,
                         transform='translate(%s)' % geometry.numbers(shift)))
    return out


def _between(shin):
    """A field: the gap between the ends, and a little way into the canal."""
    middle = SET[1] / 2
    noise = .5 * shin.grid.noise(2.2, np.random.RandomState(61))
    away = np.abs(shin.past - middle) + 1.1 * shin.grid.noise(1.8, np.random.RandomState(66))
    gap = np.minimum(shin.depth + 1.4 + noise, 4.7 - .5 * away - .5 * np.abs(shin.past - middle))
    canal = np.minimum(shin.inside - .2, 6.6 + noise - away)
    return np.maximum(gap, canal)


def _paste(shin):
    """The paste that carries the cells: it spreads from the front to the back."""
    field = _between(shin)
    whole = shin.body('paste-body', field, PASTE, '#6b4210', 9, .8, rim=.3,
                      extra=shin.sponge('paste', field, 1.7, .34, 62, '#fbe6b4', '#bd8632'))
    return [group(whole, fade(0, 1, AT['placed'] + 1.7, .8), fade(1, 0, AT['joined'] + .5, .8),
                  id='paste', opacity='0')]


def _young(shin, half):
    """Young bone that joins the ends: the outer half, under the bone, or the inner one."""
    field = (np.maximum(np.minimum(_between(shin), shin.depth - .8), shin.plug(12.5, 65)) if half
             else shin.bulge(19, 6.4, 63, .4))
    seen = field if half else shin.beside(field)
    if not half:
        seen = np.maximum(seen, np.minimum(field, 5 - np.abs(shin.past - 1)))
    name = 'young-inside' if half else 'young-bone'
    return [group(shin.body(name + '-mass', field, breaks.WOVEN, '#96754c' if half else '#5c4028',
                            rim=.16 if half else .45,
                            extra=shin.sponge(name, seen, 1.9, .62, 64)),
                  fade(0, 1, AT['joined'] + .4, .9), id=name, opacity='0')]


def _tube(defs):
    """A tube with a plunger that brings the paste, from the front."""
    u, n = DIRECTION, np.array([-DIRECTION[1], DIRECTION[0]])

    def at(back, off):
        return geometry.numbers(TIP + u * back + n * off)

    def quad(back0, back1, half, ink, top=None, **more):
        top = -half if top is None else top
        return path('M%sL%sL%sL%sz' % (at(back0, top), at(back1, top), at(back1, half),
                                       at(back0, half)), ink, **more)
    for name, ink in (('edge', '#42596b'), ('body', '#c3d3de'), ('lit', '#ffffff'),
                      ('fill', '#e9bd68')):
        defs.append(gradient('tube-' + name, tuple(TIP + u * 34), tuple(TIP + u * 62), (0, ink, 1),
                             (1, ink, 0)))
    begin, leave = AT['placed'], AT['joined']
    drawn = group(
        quad(0, 64, 2.7, 'url(#tube-edge)'), quad(.5, 64, 2.3, 'url(#tube-body)'),
        quad(.5, 64, 1.5, 'url(#tube-fill)'), quad(.5, 64, -1.5, 'url(#tube-lit)', top=-2.,
                                                   fill_opacity='.9'),
        fade(0, 1, begin + .7, .3), fade(1, 0, leave + .05, .4),
        move(tuple(u * 30), (0, 0), begin + .7, 1.), id='tube', opacity='0',
        transform='translate(%s)' % geometry.numbers(u * 30))
    return [drawn]


# ---------------------------------------------------------------------- beside it

def _second_around():
    return group(_use('around'), fade(0, 1, AT['some'] + .2, .9), fade(1, 0, AT['worn'] + .05, .5),
                 opacity='0', transform='translate(%d 0)' % BESIDE)


def _second():
    """The second leg: there the gap stays open."""
    return group(group(_use('scar-art'), id='still-open'),
                 group(_use('lower-art'), transform='translate(%s)' % geometry.numbers(SET)),
                 _use('upper-art'), _use('over'), fade(0, 1, AT['some'] + .2, .9),
                 fade(1, 0, AT['worn'] + .05, .5), id='second', opacity='0',
                 transform='translate(%d 0)' % BESIDE)


def _hoped():
    """Where new bone is hoped for in a worn knee: outlines, nothing more."""
    out = group(id='hoped-bone', opacity='0', transform='translate(%d 0)' % BESIDE)
    for points in ([(-14, 5.4), (-4, 4.6), (8, 5.6), (17, 7.4), (18, 12), (9, 15.6), (-3, 15.8),
                    (-13, 13.4), (-16, 9)],
                   [(-15, -8), (-5, -4.6), (8, -4.2), (18, -8), (18.4, -13.4), (8, -15.6),
                    (-5, -15.8), (-15, -13.8)]):
        out.add(certainty.hoped(geometry.path_data(geometry.spline(points)), '#5c4028', 1.3))
    return out.add(fade(0, 1, AT['unknown'] + .3, .8))


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('scar', body=(-9, 66.4), back=(6, 61.4), front=(-25, 70.2))
    diagram.part('blunt-upper', body=(-6, 44), end=(-8, 60))
    diagram.part('blunt-lower', body=(-9, 88), end=(-8, 70))
    diagram.part('paste', body=(-6, 66), back=(3.4, 63.6))
    diagram.part('tube', body=tuple(TIP + DIRECTION * 16), near=tuple(TIP + DIRECTION * 9))
    diagram.part('young-bone', body=(12.2, 66), front=(-29.4, 66))
    diagram.part('young-inside', body=(-10, 66), back=(1.4, 66), front=(-19, 67))
    diagram.part('still-open', body=(-9, 66.4), back=(6, 61.4), front=(-25, 70.2))
    diagram.part('worn-knee', body=(-2, -24), shin=(-6, 26))
    diagram.part('worn-cartilage', body=(-18.4, -9.2), front=(-33, -30), back=(29.4, -26))
    diagram.part('worn-cartilage-below', body=(-16, .8))
    diagram.part('hard-bone', body=(12, 6.4), front=(-4, 5))
    diagram.part('hard-bone-above', body=(8, -8), front=(0, -8))
    diagram.part('bone-cyst', body=(4.6, 10.4))
    diagram.part('spurs', body=(-29, 2), back=(26.4, 4.4))
    diagram.part('spurs-above', body=(29.4, -41), front=(-34.8, -49.6))
    diagram.part('hoped-bone', 'hoped', body=(-11, 10), above=(12, -11))
    breaks.describe_knee(diagram)
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, camera)

# SPDX-License-Identifier: GPL-3.0-or-later
"""break: the shin bone breaks below the knee, heals, and beside it a break that did not heal.

1 unit = 1 mm, the frame of lib/section.py; all that is drawn is established. The shin bone, its
pieces and what fills the gap come from lib/breaks.py. The second leg stands to the right: the same
knee, used again. A state comes by fading in over the one before it, outer half and inner half (in
the marrow canal) together; only the lower piece of the bone moves.
"""

from lib import breaks, scene
from lib.breaks import APART, SET
from lib.svg import Diagram, Element, fade, group, move

NAME = 'break'
VIEW = (-122, -63, 320, 180)
GROUND = '#eff4f9'
WIDE = (-122, -63, 320, 214)   # drawn in all: an upright window shows more than the frame
BESIDE = 100  # how far to the right the second leg stands

WHOLE = (-66, -63, 110, 180)
NEAR = (-42, 16, 84, 90)
STEPS = {  # name: (begin, end, focus, camera)
    'whole': (0, 1.4, ('tibia',), WHOLE),
    'broken': (1.4, 3.8, ('upper-piece', 'lower-piece'), NEAR),
    'clot': (3.8, 6.2, ('clot', 'clot-inside'), NEAR),
    'soft': (6.2, 8.8, ('soft-callus', 'soft-inside'), NEAR),
    'hard': (8.8, 11.2, ('hard-callus', 'hard-inside'), NEAR),
    'shaped': (11.2, 13.4, ('shaped-bone',), NEAR),
    'fails': (13.4, 16, ('scar', 'blunt-upper', 'blunt-lower'), (-62, -2, 198, 111)),
}
AT = {name: times[0] for name, times in STEPS.items()}

# Small vessels that grow into the callus: points, share of the width.
VESSELS = (
    ([(-30.8, 21), (-32, 29), (-31.1, 37), (-28.9, 46), (-28.6, 54), (-29.4, 62),
      (-28.9, 70), (-28.9, 77)], 1.),
    ([(-28.9, 57), (-27.4, 61), (-26.8, 65)], .6), ([(-29.4, 66), (-30.8, 70), (-30.9, 74)], .6),
    ([(25, 8), (23.4, 17), (19.2, 26), (14.8, 36), (12.2, 46), (12.6, 55),
      (11.6, 63), (12.2, 71)], 1.),
    ([(12.7, 52), (14.6, 57), (14.4, 61)], .6), ([(12.1, 60), (10.4, 66), (10.4, 71)], .55),
    ([(-7, 168), (-8, 130), (-8.6, 100), (-7.4, 88), (-9.6, 79), (-8.4, 70), (-10.4, 61)], 1.),
    ([(-7.8, 86), (-12.6, 79), (-14.4, 73), (-18, 69)], .7),
    ([(-9.2, 77), (-4.4, 71), (-2.4, 66), (-2.6, 61)], .7), ([(-13.6, 75), (-15, 67)], .5),
)


def build():
    diagram = Diagram(
        'A broken shin bone: how it heals, and a break that did not',
        'A right knee and the top of the shin bone in section, seen from the inner side, front at '
        'the left. 1 unit = 1 mm. The shin bone is whole; then it breaks right across, a hand '
        'below the knee, and the lower piece is pushed aside. It is set in line again and a dark '
        'red clot fills the break. A pale, soft callus takes its place, with small vessels in it; '
        'then a callus of young, spongy bone; then the bone is smooth again. At last a second leg '
        'stands beside it: there the ends of the bone are round and closed, and only scar lies in '
        'the gap between them.',
        VIEW, GROUND, 'mm', 'right', 20)
    shin = breaks.Shin(diagram.defs)
    body = diagram.body
    body += [scene.ground(diagram.defs, VIEW, GROUND, (26, 40), (160, 130)),
             group(*shin.context(), id='around'),
             _second_around(), _veil(), *_masses(shin, ''), _lower(shin), _upper(shin),
             group(shin.skin('skin-whole', -1, -99), shin.whole(),
                   fade(1, 0, AT['broken'] + .3, .12), id='tibia'),
             *_masses(shin, '-inside'), _vessels(shin),
             group(shin.shaped(), fade(0, 1, AT['shaped'] + .3, .9), id='shaped-bone', opacity='0'),
             group(*shin.over(), id='over'), _second(shin),
             *scene.edges(diagram.defs, WIDE, GROUND, top=16, bottom=28)]
    _describe(diagram)
    return diagram


# ---------------------------------------------------------------------- what comes and goes

def _masses(shin, half):
    """Clot, soft and hard callus: their outer halves, under the bone, or (`-inside`) their inner
    ones, over it."""
    out = []
    for name, ramp, edge, outer, inner, comes, goes, dress in (
            ('bleeding', breaks.BLOOD, '#3a0a12', (6.4, 2.6, 2, .8), None, AT['broken'] + .5,
             AT['clot'] + 1.4, None),
            ('clot', breaks.BLOOD, '#3a0a12', (14, 5.4, 3, .7), (9, 13), AT['clot'] + .8,
             AT['soft'] + 1.1, _clotted),
            ('soft-callus', breaks.SOFT, '#4c6472', (19, 7.6, 4, .4), (12, 14), AT['soft'] + .3,
             AT['hard'] + 1.1, _soft),
            ('hard-callus', breaks.WOVEN, '#5c4028', (22, 7.8, 6, .3), (14.5, 15), AT['hard'] + .3,
             AT['shaped'] + 1., _woven)):
        if half and inner is None:
            continue
        field = shin.plug(*inner) if half else shin.bulge(*outer)
        name = name.split('-')[0] + half if half else name
        extra = dress(shin, name, field if half else shin.beside(field)) if dress else ()
        drawn = shin.body(name + '-mass', field, ramp, edge, extra=extra, rim=.2 if half else .45)
        out.append(group(drawn, fade(0, 1, comes, .8), fade(1, 0, goes, .6), id=name, opacity='0'))
    return out


def _clotted(shin, _, field):
    """Threads of fibrin."""
    return (shin.threads(field, 46, 51, '#e58a76', .5), shin.threads(field, 40, 52, '#3a0a12', .4))


def _soft(shin, _, field):
    """Cartilage-like: cloudy, with fine fibres."""
    return (*shin.clouds(field, 53, '#9fb9c2', '#fbf3ec'),
            shin.threads(field, 60, 54, '#7c95a1', .45), shin.threads(field, 60, 55, '#ffffff', .8))


def _woven(shin, name, field):
    return shin.sponge(name, field, 1.9, .62, 9)


def _lower(shin):
    return group(shin.skin('skin-below', 1), shin.piece('lower-piece', 1),
                 move((0, 0), APART, AT['broken'] + .4, .45),
                 move(APART, SET, AT['clot'] + .1, .9), id='lower')


def _upper(shin):
    return group(shin.skin('skin-above', -1), shin.piece('upper-piece', -1), id='upper')


def _vessels(shin):
    return group(shin.vessels('small-vessels', VESSELS), fade(0, 1, AT['soft'] + 1.2, .9),
                 fade(1, 0, AT['shaped'] + .2, .6), opacity='0')


def _veil():
    """Dims all but the shin bone while the story is there. It lies behind the bone."""
    return scene.veil(scene.box_path(-500, -500, 1000, 1000), GROUND, .55, AT['broken'] + .05)


def _second_around():
    return group(Element('use', href='#around'), fade(0, 1, AT['fails'] + .2, .9), opacity='0',
                 transform='translate(%d 0)' % BESIDE)


def _second(shin):
    """The second leg, whose break did not heal."""
    return group(
        shin.scar('scar'), group(shin.blunt_piece('blunt-lower', 1),
                                 transform='translate(0 %s)' % SET[1]),
        shin.blunt_piece('blunt-upper', -1), Element('use', href='#over'),
        fade(0, 1, AT['fails'] + .2, .9), id='second', opacity='0',
        transform='translate(%d 0)' % BESIDE)


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('tibia', body=(-4, 22), shaft=(-10, 78), wall=(-23.4, 84))
    diagram.part('upper-piece', body=(-6, 44), wall=(8.6, 48))
    diagram.part('lower-piece', body=(-9, 88), wall=(-22, 90))
    diagram.part('bleeding', body=(-9.4, 67.4), front=(-27.2, 69.8))
    diagram.part('clot', body=(11.4, 64), front=(-28.6, 67))
    diagram.part('clot-inside', body=(-9, 69), back=(-1, 66))
    diagram.part('soft-callus', body=(12, 66), front=(-29.4, 64))
    diagram.part('soft-inside', body=(-14, 62), back=(1.4, 68))
    diagram.part('hard-callus', body=(12.4, 66), front=(-30, 66))
    diagram.part('hard-inside', body=(-14, 62), back=(1.4, 68))
    diagram.part('small-vessels', body=(-8.2, 94), front=(-28.7, 50), back=(12.3, 48))
    diagram.part('shaped-bone', body=(5, 66), front=(-24, 66), middle=(-9, 70))
    diagram.part('blunt-upper', body=(-8, 59.6), back=(5, 56), front=(-26, 64))
    diagram.part('blunt-lower', body=(-8, 69.6), back=(5.4, 66), front=(-24, 73.6))
    diagram.part('scar', body=(-9, 66.4), back=(6, 61.4), front=(-25, 70.2))
    breaks.describe_knee(diagram)
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, camera)

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks headless Chromium for the value of every animated attribute of the files in svg/.

Run by hand where chromium and chromedriver are installed; the tests only read what it wrote:

    make-goldens.py             all files
    make-goldens.py NAME…       these files only
    make-goldens.py --check     compare with the goldens in the tree, write nothing

How it works: load the file, pauseAnimations (), and for each time setCurrentTime () and read
computed style, animVal and the matrix between the element and its parent.  An event is dispatched
right after seeking to its time; Chromium keeps the instance times that it makes over later seeks.
README.md beside this file explains the comments in the files and the format of the goldens.
"""

import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
DEFAULT_TIMES = '0 0.5 1 1.5 2 2.5 3 3.75 4 4.5 5 5.5 6 7 8'
BROWSER_ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
                '--disable-background-networking', '--disable-component-update', '--disable-sync',
                '--allow-file-access-from-files', '--window-size=800,600']

# Defines window.genu: targets () lists [id, attribute]; read (t) gives their values.
READER = r'''
const XLINK = 'http://www.w3.org/1999/xlink';
const ENUMS = {
  gradientUnits: ['', 'userSpaceOnUse', 'objectBoundingBox'],
  spreadMethod: ['', 'pad', 'reflect', 'repeat'],
  stitchTiles: ['', 'stitch', 'noStitch'],
  markerUnits: ['', 'userSpaceOnUse', 'strokeWidth'],
  mode: ['', 'normal', 'multiply', 'screen', 'darken', 'lighten'],
};
for (const n of ['clipPathUnits', 'maskUnits', 'patternUnits', 'filterUnits'])
  ENUMS[n] = ENUMS.gradientUnits;
const OPERATORS = {
  feComposite: ['', 'over', 'in', 'out', 'atop', 'xor', 'arithmetic', 'lighter'],
  feMorphology: ['', 'erode', 'dilate'],
};
const TYPES = {
  feColorMatrix: ['', 'matrix', 'saturate', 'hueRotate', 'luminanceToAlpha'],
  feTurbulence: ['', 'fractalNoise', 'turbulence'],
};
const ALIGN = ['', 'none'];
for (const y of ['Min', 'Mid', 'Max'])
  for (const x of ['Min', 'Mid', 'Max'])
    ALIGN.push ('x' + x + 'Y' + y);

function hrefOf (a) { return a.getAttribute ('href') ?? a.getAttributeNS (XLINK, 'href'); }

function targetOf (a)
{
  const href = hrefOf (a);
  if (href === null)
    return a.parentElement;
  return href.startsWith ('#') ? document.getElementById (href.slice (1)) : null;
}

function num (v) { return String (parseFloat (v.toPrecision (9))); }
function matrix (m) { return 'matrix(' + [m.a, m.b, m.c, m.d, m.e, m.f].map (num).join (' ') + ')'; }

function product (transforms)
{
  return Array.from ({ length: transforms.numberOfItems }, (_, i) => transforms.getItem (i).matrix)
    .reduce ((all, m) => all.multiply (DOMMatrix.fromMatrix (m)), new DOMMatrix ());
}

/* The matrix between an element and its parent: the transform list with motion outside it. */
function localMatrix (el)
{
  const parent = el.parentElement;
  if (!el.getCTM)
    return null;
  if (!parent || !parent.getCTM || !parent.getCTM () || !el.getCTM ())
    {
      return product (el.transform.animVal);
    }
  return DOMMatrix.fromMatrix (parent.getCTM ()).inverse ().multiply (DOMMatrix.fromMatrix (el.getCTM ()));
}

function list (l, f) { return Array.from ({ length: l.numberOfItems }, (_, i) => f (l.getItem (i))).join (' '); }

/* Of a box's fractions 50% is 0.5; .value would refer to the viewport. */
function isFraction (el)
{
  const units = el.gradientUnits ?? el.patternUnits ?? el.maskUnits ?? el.filterUnits
                ?? el.parentElement?.primitiveUnits;
  return units?.animVal === 2;
}

function readTransform (el, attribute)
{
  if (attribute === 'transform')
    return matrix (localMatrix (el));
  return matrix (product (el[attribute].animVal));
}

function readAnimated (el, attribute)
{
  let p = { class: 'className', in: 'in1', 'xlink:href': 'href' }[attribute] ?? attribute;
  if (el.localName === 'feConvolveMatrix' && attribute === 'order')
    return el.orderX.animVal + ' ' + el.orderY.animVal;
  if (['stdDeviation', 'baseFrequency', 'radius', 'kernelUnitLength'].includes (attribute))
    return num (el[p + 'X'].animVal) + ' ' + num (el[p + 'Y'].animVal);
  if (attribute === 'points')
    return list (el.animatedPoints, q => num (q.x) + ' ' + num (q.y));
  const v = el[p]?.animVal;
  if (v === undefined)
    return null;
  if (v instanceof SVGLength)
    return num (isFraction (el) && v.unitType === 2 ? v.valueInSpecifiedUnits / 100 : v.value);
  if (v instanceof SVGLengthList)
    return list (v, l => num (l.value));
  if (v instanceof SVGNumberList)
    return list (v, l => num (l.value));
  if (v instanceof SVGPreserveAspectRatio)
    return v.align === 1 ? 'none' : ALIGN[v.align] + (v.meetOrSlice === 2 ? ' slice' : ' meet');
  if (v instanceof SVGRect || v instanceof DOMRectReadOnly)
    return [v.x, v.y, v.width, v.height].map (num).join (' ');
  if (v instanceof SVGAngle)
    return num (v.value);
  if (el[p] instanceof SVGAnimatedEnumeration)
    return (ENUMS[p] ?? (p === 'operator' ? OPERATORS : TYPES)[el.localName])[v];
  if (typeof v === 'number')
    return num (v);
  return String (v);
}

function readStyle (el, name)
{
  const v = getComputedStyle (el).getPropertyValue (name);
  if (name === 'd')
    return v.replace (/^path\("(.*)"\)$/, '$1');
  return v.replace (/url\("([^"]*)"\)/g, 'url($1)').replace (/(\d)px\b/g, '$1');
}

function read (el, attribute)
{
  if (attribute.endsWith ('ransform'))
    return readTransform (el, attribute);
  const v = readAnimated (el, attribute);
  return v ?? readStyle (el, attribute);
}

const seen = new Map ();
for (const a of document.querySelectorAll ('animate, set, animateTransform, animateMotion'))
  {
    const target = targetOf (a);
    const name = a.localName === 'animateMotion' ? 'transform' : a.getAttribute ('attributeName');
    if (target && target.id && name)
      seen.set (target.id + ' ' + name, [target.id, name]);
  }
/* Only what the browser knows how to read: unknown attributes have no value to compare. */
const targets = [...seen.values ()].filter (([id, name]) => {
  const el = document.getElementById (id);
  try
    {
      if (name.endsWith ('ransform'))
        return !!el[name]?.animVal;
      if (['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry'].includes (name))
        return readAnimated (el, name) !== null;
      return readAnimated (el, name) !== null || getComputedStyle (el).getPropertyValue (name) !== '';
    }
  catch (e) { return false; }
});

const clocks = [document.documentElement, ...document.documentElement.querySelectorAll ('svg')];
clocks.forEach (svg => svg.pauseAnimations ());

window.genu = {
  /* Chromium gives an inner <svg> a clock of its own; the specification knows one per document. */
  seek (t) { clocks.forEach (svg => svg.setCurrentTime (t)); },
  dispatch (type, id) {
    const kind = type.startsWith ('mouse') || type === 'click' ? MouseEvent
               : type.startsWith ('focus') || type === 'blur' ? FocusEvent
               : type.startsWith ('key') ? KeyboardEvent : Event;
    const bubbles = !['focus', 'blur', 'mouseenter', 'mouseleave'].includes (type);
    document.getElementById (id).dispatchEvent (new kind (type, { bubbles, cancelable: true }));
  },
  read () {
    return targets.map (([id, name]) => [id, name, read (document.getElementById (id), name)]);
  },
};
'''

PLAY = r'''
const out = [];
for (const [kind, t, type, id] of arguments[0])
  {
    genu.seek (t);
    if (kind === 'event')
      genu.dispatch (type, id);
    else
      for (const [target, name, value] of genu.read ())
        out.push ([t, target, name, value]);
  }
return out;
'''


class Browser:
    """Chromium behind chromedriver, spoken to over HTTP (W3C WebDriver)."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            self.port = probe.getsockname()[1]
        self.profile = tempfile.mkdtemp()
        self.driver = subprocess.Popen(['chromedriver', f'--port={self.port}'],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()
        options = {'args': BROWSER_ARGS + [f'--user-data-dir={self.profile}']}
        answer = self.call('POST', '/session', {'capabilities': {
            'alwaysMatch': {'goog:chromeOptions': options}}})
        self.session = '/session/' + answer['sessionId']
        self.version = answer['capabilities']['browserVersion']

    def _wait(self):
        for _ in range(100):
            try:
                self.call('GET', '/status')
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError('chromedriver does not answer')

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            f'http://127.0.0.1:{self.port}{path}', method=method,
            data=json.dumps(body or {}).encode() if method == 'POST' else None,
            headers={'Content-Type': 'application/json'})
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)['value']['message']) from None

    def load(self, path):
        self.call('POST', self.session + '/url', {'url': path.as_uri()})

    def script(self, code, *args):
        return self.call('POST', self.session + '/execute/sync', {'script': code, 'args': args})

    def quit(self):
        try:
            self.call('DELETE', self.session)
        finally:
            self.driver.terminate()
            self.driver.wait()
            shutil.rmtree(self.profile, ignore_errors=True)


def headers(text):
    """The `<!-- key: value -->` comments before the root element."""
    head = text.split('<svg', 1)[0]
    return dict(re.findall(r'<!-- ([a-z-]+): (.*?) -->', head, re.S))


def program(head):
    """The seeks and events of a file, in the order of time; an event comes before a seek."""
    steps = [(float(t), 1, 'seek', None, None) for t in head.get('times', DEFAULT_TIMES).split()]
    for event in head.get('events', '').split():
        when, kind, target = event.split(':')
        if not kind.startswith('accessKey'):
            steps.append((float(when), 0, 'event', kind, target.lstrip('#')))
    steps.sort(key=lambda step: step[:2])
    return [[kind, when, event, target] for when, _, kind, event, target in steps]


def stand_in(text, head):
    """What Chromium cannot do, written in another way that means the same (see README.md)."""
    for rule in filter(None, head.get('stands-for', '').split(' | ')):
        old, new = rule.split(' => ')
        if old not in text.split('<svg', 1)[1]:
            raise RuntimeError(f'"{old}" does not occur')
        before, after = text.split('<svg', 1)
        text = before + '<svg' + after.replace(old, new)
    return text


def number(match):
    value = round(float(match.group(0)), 6)
    return f'{value + 0.0:.6f}'.rstrip('0').rstrip('.')


def tidy(name, value):
    if name in ('class', 'href', 'xlink:href', 'result', 'in', 'font-family'):
        return value
    value = re.sub(r'(?<![#\w])[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?', number, value)
    return re.sub(r'(?<![\d.])-0(?![\d.])', '0', value)


def golden(browser, path, folder):
    text = path.read_text()
    head = headers(text)
    copy = folder / path.name
    copy.write_text(stand_in(text, head))
    browser.load(copy)
    browser.script(READER)
    rows = browser.script(PLAY, program(head))
    lines = ['\t'.join([f'{t:g}' if t < 1e5 else f'{t:.0f}', target, name, tidy(name, value)])
             for t, target, name, value in rows]
    return ''.join(line + '\n' for line in lines)


def main(args):
    check = '--check' in args
    names = [a for a in args if not a.startswith('-')]
    files = [HERE / 'svg' / f'{n}.svg' for n in names] or sorted((HERE / 'svg').glob('*.svg'))
    browser = Browser()
    values = bad = 0
    try:
        with tempfile.TemporaryDirectory() as folder:
            for path in files:
                target = HERE / 'golden' / f'{path.stem}.txt'
                if 'hand-written' in headers(path.read_text()):
                    values += len(target.read_text().splitlines())
                    continue
                try:
                    text = golden(browser, path, pathlib.Path(folder))
                except RuntimeError as error:
                    raise SystemExit(f'{path.name}: {error}') from None
                values += text.count('\n')
                if not check:
                    target.write_text(text)
                elif target.read_text() != text:
                    bad += 1
                    print(f'{path.stem}: differs')
    finally:
        browser.quit()
    print(f'Chromium {browser.version}: {len(files)} files, {values} values' +
          (f', {bad} files differ' if check else ''))
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))

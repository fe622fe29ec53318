# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a pack, read from its files: what a test expects to meet in the window."""
import pathlib
import xml.etree.ElementTree as ElementTree

TOPIC = '{urn:genu:topic:1}'


class Step:
    def __init__(self, element, names):
        self.say = ' '.join(element.find(TOPIC + 'say').itertext())
        alt = element.find(TOPIC + 'alt')
        self.alt = '' if alt is None else ' '.join(alt.itertext())
        note = element.find(TOPIC + 'for-clinician')
        self.note = '' if note is None else ' '.join(''.join(note.itertext()).split())
        self.labels = [label.text.strip() if label.text and label.text.strip()
                       else names[label.get('part')] for label in element.iter(TOPIC + 'label')]


class Topic:
    def __init__(self, pack, identifier):
        root = ElementTree.parse(pathlib.Path(pack, 'topics', identifier + '.xml')).getroot()
        self.title = root.findtext(TOPIC + 'title')
        self.key_point = root.findtext(TOPIC + 'key-point')
        names = {part.get('ref'): part.text for part in root.iter(TOPIC + 'part')}
        self.steps = [Step(element, names) for element in root.iter(TOPIC + 'step')]
        self.terms = [(term.get('ref'), term.text) for term in root.iter(TOPIC + 'term')]
        evidence = root.find(TOPIC + 'evidence')
        self.certainty = None if evidence is None else evidence.get('certainty')

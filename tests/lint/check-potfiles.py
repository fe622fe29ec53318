#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that po/POTFILES.in names each file with words that people read, and no other.

  check-potfiles.py SOURCE_ROOT     one line a fault; exit status 1 on any
  check-potfiles.py --self-test     what has words must be told from what has none
"""
import pathlib
import re
import sys

C_WORDS = re.compile(r'(?<!\w)(?:_|N_|C_|NC_|Q_|n?gettext|g_dngettext|g_dpgettext2?) ?\(')
UI_WORDS = re.compile(r'\btranslatable="(?:yes|true|1)"')
LITERAL_OR_COMMENT = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)


def has_words(name, text):
    if name.endswith('.ui'):
        return bool(UI_WORDS.search(text))
    return bool(C_WORDS.search(LITERAL_OR_COMMENT.sub('""', text)))


def listed(root):
    lines = (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def find_faults(root):
    names = listed(root)
    sources = [path for folder in ('src', 'ui') for path in sorted((root / folder).rglob('*'))
               if path.suffix in ('.c', '.h', '.ui')]
    wordy = {path.relative_to(root).as_posix() for path in sources
             if has_words(path.name, path.read_text(encoding='utf-8'))}
    for name in sorted(wordy.difference(names)):
        yield f'{name}: has words and is not in po/POTFILES.in'
    for name in names:
        if name.endswith(('.c', '.h', '.ui')) and name not in wordy:
            yield f'{name}: is in po/POTFILES.in and has no words, or is not there'
        if names.count(name) > 1:
            yield f'{name}: stands more than once in po/POTFILES.in'


def self_test():
    examples = [
        ('a.c', 'x = _("Back");', True), ('a.c', 'N_("Back")', True), ('a.c', 'x = _ ("Back");', True),
        ('a.c', 'ngettext ("one", "many", n)', True), ('a.c', '/* _("Back") */', False),
        ('a.c', 'set_(x); "_(x)"', False), ('a.c', 'foo_(x)', False),
        ('a.ui', '<property name="label" translatable="yes">Back</property>', True),
        ('a.ui', '<property name="label">Back</property>', False),
    ]
    wrong = [(name, text) for name, text, wanted in examples if has_words(name, text) != wanted]
    for name, text in wrong:
        print(f'wrongly judged: {name}: {text}')
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ['--self-test']:
        return self_test()
    faults = list(find_faults(pathlib.Path(sys.argv[1])))
    print('\n'.join([*faults, f'{len(faults)} faults']))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())

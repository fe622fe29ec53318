# SPDX-License-Identifier: GPL-3.0-or-later
"""What was worked out once is looked up the next time.

While a drawing is being made it is drawn again and again with little changed. `remembered ()` keeps
the answers of the few slow functions in one file of the user's cache folder, under a digest of
everything the answer depends on: the source of the modules, the name, the arguments. So a changed
line or number is worked out anew, all else is read. The file may be deleted at any time; with
GENU_ART_MEMORY=no it is not used.
"""

import hashlib
import os
import pathlib
import pickle
import sqlite3
import zlib

import numpy as np

LARGEST = 400 << 20  # bytes; a larger file is begun anew

HERE = pathlib.Path(__file__).resolve().parent


def _open():
    if os.environ.get('GENU_ART_MEMORY') == 'no':
        return None
    try:
        base = os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache')
        folder = pathlib.Path(base) / 'genu-art'
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / 'answers.sqlite'
        if file.exists() and file.stat().st_size > LARGEST:
            file.unlink()
        found = sqlite3.connect(file, timeout=20, isolation_level=None)
        found.execute('pragma journal_mode=wal')
        found.execute('pragma synchronous=off')
        found.execute('create table if not exists answers (key blob primary key, value blob)')
        return found
    except (OSError, sqlite3.Error):
        return None


_answers = _open()
_code = hashlib.sha256(b''.join((HERE / (name + '.py')).read_bytes()
                                for name in ('geometry', 'relief', 'bones', 'memory'))).digest()


def _digest(parts):
    total = hashlib.blake2b(_code, digest_size=20)
    for part in parts:
        if isinstance(part, np.ndarray):
            total.update(('%s%s' % (part.dtype.str, part.shape)).encode())
            total.update(np.ascontiguousarray(part))
        else:
            total.update(repr(part).encode())
        total.update(b'\0')
    return total.digest()


def remembered(parts, work):
    """The answer of `work ()`, which depends on `parts` (texts, numbers, arrays) alone."""
    if _answers is None:
        return work()
    key = _digest(parts)
    try:
        row = _answers.execute('select value from answers where key = ?', (key,)).fetchone()
        if row:
            return pickle.loads(zlib.decompress(row[0]))
        answer = work()
        _answers.execute('insert or replace into answers values (?, ?)',
                         (key, zlib.compress(pickle.dumps(answer), 1)))
    except sqlite3.Error:
        answer = work()
    return answer

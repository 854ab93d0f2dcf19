"""Why the system refused something, in both languages: its own words come in English, or in whatever it speaks."""

from __future__ import annotations

import errno

from annotator.core.wording import Wording

_CAUSES = {
    errno.ENOENT: Wording("no such file or folder", "fichier ou dossier introuvable"),
    errno.ENOTDIR: Wording("part of the path is not a folder", "une partie du chemin n'est pas un dossier"),
    errno.EISDIR: Wording("it is a folder", "c'est un dossier"),
    errno.EEXIST: Wording("it exists already", "il existe déjà"),
    errno.ENOTEMPTY: Wording("the folder is not empty", "le dossier n'est pas vide"),
    errno.EACCES: Wording("permission denied", "droits insuffisants"),
    errno.EPERM: Wording("the system does not allow it", "le système ne l'autorise pas"),
    errno.EROFS: Wording("the disk is read-only", "le disque est en lecture seule"),
    errno.ENOSPC: Wording("the disk is full", "le disque est plein"),
    errno.EDQUOT: Wording("your share of the disk is full", "votre quota de disque est épuisé"),
    errno.EFBIG: Wording("the file is too large for this disk", "le fichier est trop gros pour ce disque"),
    errno.EIO: Wording("the disk cannot be read or written", "le disque ne répond pas correctement"),
    errno.ENAMETOOLONG: Wording("the name is too long", "le nom est trop long"),
    errno.EINVAL: Wording("the system refuses the name", "le système refuse ce nom"),
    errno.ELOOP: Wording("its links go round in a circle", "ses liens tournent en rond"),
    errno.EMFILE: Wording("too many files are open", "trop de fichiers sont ouverts"),
    errno.ENFILE: Wording("too many files are open", "trop de fichiers sont ouverts"),
    errno.ENOMEM: Wording("there is not enough memory", "la mémoire ne suffit pas"),
    errno.EBUSY: Wording("another program is using it", "un autre programme l'utilise"),
    errno.EXDEV: Wording("it lies on another disk", "il se trouve sur un autre disque"),
    errno.ENODEV: Wording("the disk is gone", "le disque n'est plus là"),
    errno.ESTALE: Wording("the network drive has lost it", "le lecteur réseau l'a perdu"),
    errno.ETIMEDOUT: Wording("the network drive does not answer", "le lecteur réseau ne répond pas"),
}


def cause_of(error: OSError) -> Wording:
    """Return why the system refused, in a few words without a full stop, to stand in brackets in a sentence.

    What is rare is said in the system's own words, with its number, in both languages.
    """
    known = _CAUSES.get(error.errno or 0)
    if known is not None:
        return known
    words = error.strerror or str(error) or type(error).__name__
    return Wording(words, f"erreur {error.errno} du système : {words}" if error.errno else words)
